//! All cryptography of the change log: chain hashes, commitments, signatures.

use domain::Value;
use ed25519_dalek::{Signature, Signer, Verifier, VerifyingKey};

use crate::codec;

/// BLAKE3 of a change and everything before it in its site's chain.
pub type ChainHash = [u8; 32];

const CHANGE: &str = "workstreams 2026 change";
const COMMITMENT: &str = "workstreams 2026 commitment";
const SIGNATURE: &[u8] = b"workstreams 2026 segment";
const FILE: &[u8] = b"workstreams 2026 file";
const KEY: &str = "workstreams 2026 publication key";

/// Hashes a change's canonical bytes onto its chain.
pub fn chain_hash(previous: Option<&ChainHash>, change: &[u8]) -> ChainHash {
    let mut hasher = blake3::Hasher::new_derive_key(CHANGE);
    // The first change of a chain is told from the second by the length of what stands before it.
    hasher.update(&[u8::from(previous.is_some())]);
    if let Some(previous) = previous {
        hasher.update(previous);
    }
    hasher.update(change);
    *hasher.finalize().as_bytes()
}

/// The first half of a chain hash, by which vectors name changes.
pub fn short(hash: &ChainHash) -> [u8; 16] {
    let mut short = [0; 16];
    short.copy_from_slice(&hash[..16]);
    short
}

/// Hashes the bytes of a segment's body, a file, or a digest's input.
pub fn hash(bytes: &[u8]) -> [u8; 32] {
    *blake3::hash(bytes).as_bytes()
}

/// Stands for a personal value: keyed by a random key of the person's record, over field and value, so that equal values
/// of one person stay equal and nothing else can be read from it.
pub fn commitment(key: &[u8; 32], table: u16, column: u16, value: &Value) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_keyed(key);
    hasher.update(COMMITMENT.as_bytes());
    hasher.update(&table.to_le_bytes());
    hasher.update(&column.to_le_bytes());
    hasher.update(&codec::value(value));
    *hasher.finalize().as_bytes()
}

/// The key a site signs its segments with (ed25519).
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// Makes a key of 32 random bytes.
    pub fn from_seed(seed: &[u8; 32]) -> SigningKey {
        SigningKey(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The key of the publication. It is no secret: the publication's bytes are pinned by their hash, and its signature
    /// only lets it travel by the ordinary rules.
    pub fn publication() -> SigningKey {
        SigningKey::from_seed(&SigningKey::publication_seed())
    }

    /// The bytes that [`SigningKey::publication`] is made of.
    pub fn publication_seed() -> [u8; 32] {
        blake3::derive_key(KEY, domain::ids::PUBLICATION.as_bytes())
    }

    /// The public half.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Signs a segment's statement.
    pub fn sign(&self, statement: &[u8]) -> [u8; 64] {
        self.0.sign(&with_domain(SIGNATURE, statement)).to_bytes()
    }

    /// Signs the hash of a file.
    pub fn sign_file(&self, hash: &[u8; 32]) -> [u8; 64] {
        self.0.sign(&with_domain(FILE, hash)).to_bytes()
    }
}

/// Hashes bytes as they come.
#[derive(Debug, Clone, Default)]
pub struct Hasher(blake3::Hasher);

impl Hasher {
    /// Takes further bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all bytes so far, as [`hash`] gives it.
    pub fn finish(&self) -> [u8; 32] {
        *self.0.finalize().as_bytes()
    }
}

/// Whether a signature over a segment's statement is valid.
pub fn verify(public: &[u8; 32], statement: &[u8], signature: &[u8; 64]) -> bool {
    is_signed(public, &with_domain(SIGNATURE, statement), signature)
}

/// Whether a signature over the hash of a file is valid.
pub fn verify_file(public: &[u8; 32], hash: &[u8; 32], signature: &[u8; 64]) -> bool {
    is_signed(public, &with_domain(FILE, hash), signature)
}

fn is_signed(public: &[u8; 32], bytes: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public)
        .is_ok_and(|key| key.verify(bytes, &Signature::from_bytes(signature)).is_ok())
}

fn with_domain(domain: &[u8], statement: &[u8]) -> Vec<u8> {
    [domain, statement].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    }

    #[test]
    fn blake3_and_ed25519_are_the_standard_ones() {
        // BLAKE3's own test vector for empty input; RFC 8032, section 7.1, test 1 for the key pair.
        assert_eq!(
            hex(&hash(b"")),
            "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"
        );
        let seed: [u8; 32] = [
            0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec,
            0x2c, 0xc4, 0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03,
            0x1c, 0xae, 0x7f, 0x60,
        ];
        assert_eq!(
            hex(&SigningKey::from_seed(&seed).public()),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        );
    }

    #[test]
    fn a_signature_holds_for_its_statement_and_key_only() {
        let key = SigningKey::from_seed(&[7; 32]);
        let signature = key.sign(b"statement");
        assert!(verify(&key.public(), b"statement", &signature));
        assert!(!verify(&key.public(), b"statemenu", &signature));
        assert!(!verify(
            &SigningKey::from_seed(&[8; 32]).public(),
            b"statement",
            &signature
        ));
        let mut forged = signature;
        forged[3] ^= 1;
        assert!(!verify(&key.public(), b"statement", &forged));
        let of_file = key.sign_file(&[1; 32]);
        assert!(verify_file(&key.public(), &[1; 32], &of_file));
        assert!(
            !verify(&key.public(), &[1; 32], &of_file),
            "a file's signature is none of a segment"
        );
    }

    #[test]
    fn a_commitment_hides_whose_and_which_field() {
        let value = Value::Text("a@example.org".into());
        let one = commitment(&[1; 32], 4, 20, &value);
        assert_eq!(
            one,
            commitment(&[1; 32], 4, 20, &value),
            "equal must stay equal"
        );
        assert_ne!(one, commitment(&[2; 32], 4, 20, &value));
        assert_ne!(one, commitment(&[1; 32], 4, 21, &value));
    }
}
