//! Records that may be one: candidates by what they have in common, with reasons.
