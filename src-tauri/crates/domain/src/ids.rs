//! Ids that two laptops make alike for the same thing.

use uuid::Uuid;

/// The name space of every id derived here.
const SPACE: Uuid = Uuid::from_u128(0x6f0b_7d0e_5d3a_5f0c_9a51_2c44_8e17_d6b3);

/// The site of the publication, the same in every store that starts from it.
pub const PUBLICATION: Uuid = Uuid::from_u128(0x7b1c_36a0_41f2_5c8d_8d0f_9e3a_55b2_1404);

fn derived(parts: &[&[u8]]) -> Uuid {
    let mut name = Vec::new();
    for part in parts {
        // Lengths keep ("ab", "c") and ("a", "bc") apart.
        name.extend_from_slice(&(part.len() as u64).to_le_bytes());
        name.extend_from_slice(part);
    }
    Uuid::new_v5(&SPACE, &name)
}

/// The id of a published record: of its kind and its key in the reference data.
pub fn published(kind: &str, key: &str) -> Uuid {
    derived(&[
        b"publication",
        PUBLICATION.as_bytes(),
        kind.as_bytes(),
        key.as_bytes(),
    ])
}

/// The id of a link: of its table, both ends and role, so that adding it again restores it.
pub fn link(table: u16, from: Uuid, to: Uuid, role: Option<&str>) -> Uuid {
    derived(&[
        b"link",
        &table.to_le_bytes(),
        from.as_bytes(),
        to.as_bytes(),
        role.unwrap_or_default().as_bytes(),
    ])
}

/// The id of a word in a list of a record, by the same rule as a link.
pub fn word(table: u16, from: Uuid, text: &str, role: Option<&str>) -> Uuid {
    derived(&[
        b"word",
        &table.to_le_bytes(),
        from.as_bytes(),
        text.as_bytes(),
        role.unwrap_or_default().as_bytes(),
    ])
}

/// The id of what is carried forward into a workplan: of what it comes from and the workplan, so that carried on two
/// laptops it is one.
pub fn carried(from: Uuid, workplan: Uuid) -> Uuid {
    derived(&[b"carried", from.as_bytes(), workplan.as_bytes()])
}

/// The id of a term of membership: of group, party, role and the number of the term.
pub fn membership(group: Uuid, party: Uuid, role: &str, term: u32) -> Uuid {
    derived(&[
        b"membership",
        group.as_bytes(),
        party.as_bytes(),
        role.as_bytes(),
        &term.to_le_bytes(),
    ])
}

/// The id of a branch of a site that was written in two places (a copied or restored store).
pub fn branch(site: Uuid, first_hash: &[u8; 32]) -> Uuid {
    derived(&[b"branch", site.as_bytes(), first_hash])
}
