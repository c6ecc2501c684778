//! Values and changes as bytes: CBOR (RFC 8949), in one form only, so that equal things have equal bytes.
//!
//! Simple values are CBOR's own. A composite value is an array whose first item is its permanent number, so that a build
//! that does not know a form can still pass it on and show it raw.

use domain::value::{Existence, LinkEnd, Value, VectorEntry};
use minicbor::data::Type;
use minicbor::{Decoder, Encoder, decode, encode};
use uuid::Uuid;

use crate::change::{Change, Transaction};

/// The most entries a vector may have.
pub const MAX_VECTOR: u64 = 10_000;

const REFERENCE: u8 = 1;
const VAGUE: u8 = 2;
const TREE: u8 = 3;
const MONEY: u8 = 4;
const PROVENANCE: u8 = 5;
const LIVE: u8 = 6;
const DELETED: u8 = 7;
const VECTOR: u8 = 8;
const COMMITMENT: u8 = 9;
const TO_RECORD: u8 = 1;
const TO_WORD: u8 = 2;

type Written = Result<(), encode::Error<std::convert::Infallible>>;
type Out<'a> = Encoder<&'a mut Vec<u8>>;

fn finished(written: Written) {
    // Writing to a vector cannot fail: its error type has no values.
    match written {
        Ok(()) => {}
        Err(error) => unreachable!("writing to memory failed: {error}"),
    }
}

/// Encodes a value.
pub fn value(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Value::Other(raw) = value {
        return raw.clone();
    }
    finished(write_value(&mut Encoder::new(&mut bytes), value));
    bytes
}

fn write_value(out: &mut Out<'_>, value: &Value) -> Written {
    match value {
        Value::Null => out.null()?.ok(),
        Value::Flag(flag) => out.bool(*flag)?.ok(),
        Value::Integer(number) => out.i64(*number)?.ok(),
        Value::Text(text) => out.str(text)?.ok(),
        Value::Vague { text, edtf } => {
            out.array(3)?.u8(VAGUE)?.str(text)?;
            optional_text(out, edtf.as_deref())
        }
        Value::Reference { table, id } => out
            .array(3)?
            .u8(REFERENCE)?
            .u16(*table)?
            .bytes(id.as_bytes())?
            .ok(),
        Value::Tree { parent, position } => {
            out.array(3)?.u8(TREE)?;
            optional_id(out, *parent)?;
            out.str(position)?.ok()
        }
        Value::Money { amount, currency } => {
            out.array(3)?.u8(MONEY)?;
            optional_text(out, amount.as_deref())?;
            optional_text(out, currency.as_deref())
        }
        Value::Provenance {
            address,
            retrieved,
            standing,
        } => {
            out.array(4)?.u8(PROVENANCE)?;
            optional_text(out, address.as_deref())?;
            optional_text(out, retrieved.as_deref())?;
            out.str(standing)?.ok()
        }
        Value::Existence(Existence::Deleted) => out.array(1)?.u8(DELETED)?.ok(),
        Value::Existence(Existence::Live { owner, home, end }) => {
            out.array(4)?.u8(LIVE)?;
            match owner {
                Some((table, id)) => out.array(2)?.u16(*table)?.bytes(id.as_bytes())?.ok()?,
                None => out.null()?.ok()?,
            }
            optional_id(out, *home)?;
            match end {
                None => out.null()?.ok(),
                Some(LinkEnd::Record { table, id, role }) => {
                    out.array(4)?
                        .u8(TO_RECORD)?
                        .u16(*table)?
                        .bytes(id.as_bytes())?;
                    optional_text(out, role.as_deref())
                }
                Some(LinkEnd::Word { text, role }) => {
                    out.array(3)?.u8(TO_WORD)?.str(text)?;
                    optional_text(out, role.as_deref())
                }
            }
        }
        Value::Vector(entries) => {
            out.array(2)?.u8(VECTOR)?;
            write_vector(out, entries)
        }
        Value::Commitment(hash) => out.array(2)?.u8(COMMITMENT)?.bytes(hash)?.ok(),
        Value::Other(raw) => {
            out.writer_mut().extend_from_slice(raw);
            Ok(())
        }
    }
}

fn optional_text(out: &mut Out<'_>, text: Option<&str>) -> Written {
    match text {
        Some(text) => out.str(text)?.ok(),
        None => out.null()?.ok(),
    }
}

fn optional_id(out: &mut Out<'_>, id: Option<Uuid>) -> Written {
    match id {
        Some(id) => out.bytes(id.as_bytes())?.ok(),
        None => out.null()?.ok(),
    }
}

fn write_vector(out: &mut Out<'_>, entries: &[VectorEntry]) -> Written {
    out.array(entries.len() as u64)?;
    for entry in entries {
        write_entry(out, entry)?;
    }
    Ok(())
}

fn write_entry(out: &mut Out<'_>, entry: &VectorEntry) -> Written {
    out.array(3)?
        .bytes(entry.site.as_bytes())?
        .u64(entry.seq)?
        .bytes(&entry.hash)?
        .ok()
}

/// Decodes a value. Bytes of a form this build does not know come back as [`Value::Other`], to the byte.
pub fn read_value(bytes: &[u8]) -> Value {
    let mut input = Decoder::new(bytes);
    match known_value(&mut input) {
        // A form that is not the one we would write must keep its bytes, or its hash would change.
        Ok(known) if input.position() == bytes.len() && value(&known) == bytes => known,
        _ => Value::Other(bytes.to_vec()),
    }
}

fn known_value(input: &mut Decoder<'_>) -> Result<Value, decode::Error> {
    Ok(match input.datatype()? {
        Type::Null => {
            input.null()?;
            Value::Null
        }
        Type::Bool => Value::Flag(input.bool()?),
        Type::String => Value::Text(input.str()?.to_owned()),
        Type::Array => composite(input)?,
        _ => Value::Integer(input.i64()?),
    })
}

fn composite(input: &mut Decoder<'_>) -> Result<Value, decode::Error> {
    let length = input.array()?;
    let number = input.u8()?;
    Ok(match (number, length) {
        (REFERENCE, Some(3)) => Value::Reference {
            table: input.u16()?,
            id: id(input)?,
        },
        (VAGUE, Some(3)) => Value::Vague {
            text: input.str()?.to_owned(),
            edtf: read_optional_text(input)?,
        },
        (TREE, Some(3)) => Value::Tree {
            parent: read_optional_id(input)?,
            position: input.str()?.to_owned(),
        },
        (MONEY, Some(3)) => Value::Money {
            amount: read_optional_text(input)?,
            currency: read_optional_text(input)?,
        },
        (PROVENANCE, Some(4)) => Value::Provenance {
            address: read_optional_text(input)?,
            retrieved: read_optional_text(input)?,
            standing: input.str()?.to_owned(),
        },
        (DELETED, Some(1)) => Value::Existence(Existence::Deleted),
        (LIVE, Some(4)) => {
            let owner = if is_null(input)? {
                None
            } else {
                expect_array(input, 2)?;
                Some((input.u16()?, id(input)?))
            };
            let home = read_optional_id(input)?;
            Value::Existence(Existence::Live {
                owner,
                home,
                end: link_end(input)?,
            })
        }
        (VECTOR, Some(2)) => Value::Vector(vector(input)?),
        (COMMITMENT, Some(2)) => Value::Commitment(fixed(input)?),
        _ => {
            return Err(decode::Error::message(
                "a composite value of an unknown form",
            ));
        }
    })
}

fn link_end(input: &mut Decoder<'_>) -> Result<Option<LinkEnd>, decode::Error> {
    if is_null(input)? {
        return Ok(None);
    }
    let length = input.array()?;
    let number = input.u8()?;
    Ok(Some(match (number, length) {
        (TO_RECORD, Some(4)) => LinkEnd::Record {
            table: input.u16()?,
            id: id(input)?,
            role: read_optional_text(input)?,
        },
        (TO_WORD, Some(3)) => LinkEnd::Word {
            text: input.str()?.to_owned(),
            role: read_optional_text(input)?,
        },
        _ => return Err(decode::Error::message("a link end of an unknown form")),
    }))
}

fn is_null(input: &mut Decoder<'_>) -> Result<bool, decode::Error> {
    let null = input.datatype()? == Type::Null;
    if null {
        input.null()?;
    }
    Ok(null)
}

fn expect_array(input: &mut Decoder<'_>, length: u64) -> Result<(), decode::Error> {
    match input.array()? {
        Some(found) if found == length => Ok(()),
        _ => Err(decode::Error::message("an array of another length")),
    }
}

fn fixed<const N: usize>(input: &mut Decoder<'_>) -> Result<[u8; N], decode::Error> {
    input
        .bytes()?
        .try_into()
        .map_err(|_| decode::Error::message("bytes of another length"))
}

fn id(input: &mut Decoder<'_>) -> Result<Uuid, decode::Error> {
    Ok(Uuid::from_bytes(fixed(input)?))
}

fn read_optional_id(input: &mut Decoder<'_>) -> Result<Option<Uuid>, decode::Error> {
    if is_null(input)? {
        Ok(None)
    } else {
        id(input).map(Some)
    }
}

fn read_optional_text(input: &mut Decoder<'_>) -> Result<Option<String>, decode::Error> {
    if is_null(input)? {
        Ok(None)
    } else {
        Ok(Some(input.str()?.to_owned()))
    }
}

fn vector(input: &mut Decoder<'_>) -> Result<Vec<VectorEntry>, decode::Error> {
    let length = match input.array()? {
        Some(length) if length <= MAX_VECTOR => length,
        _ => return Err(decode::Error::message("a vector of too many entries")),
    };
    (0..length).map(|_| entry(input)).collect()
}

fn entry(input: &mut Decoder<'_>) -> Result<VectorEntry, decode::Error> {
    expect_array(input, 3)?;
    Ok(VectorEntry {
        site: id(input)?,
        seq: input.u64()?,
        hash: fixed(input)?,
    })
}

/// The canonical bytes of a change, which its chain hash covers.
pub fn change(site: Uuid, change: &Change, epoch: Option<&[VectorEntry]>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(96 + change.value.len());
    finished(write_change(
        &mut Encoder::new(&mut bytes),
        site,
        change,
        epoch,
    ));
    bytes
}

fn write_change(
    out: &mut Out<'_>,
    site: Uuid,
    change: &Change,
    epoch: Option<&[VectorEntry]>,
) -> Written {
    out.array(11)?
        .bytes(site.as_bytes())?
        .u64(change.seq)?
        .u64(change.hlc)?;
    out.u16(change.table)?
        .bytes(change.record.as_bytes())?
        .u16(change.column)?;
    out.bytes(&change.value)?;
    match &change.reopens {
        Some(entry) => write_entry(out, entry)?,
        None => out.null()?.ok()?,
    }
    write_vector(out, &change.unseen)?;
    match &change.transaction {
        Some(transaction) => write_transaction(out, transaction)?,
        None => out.null()?.ok()?,
    }
    match epoch {
        Some(epoch) => write_vector(out, epoch),
        None => out.null()?.ok(),
    }
}

fn write_transaction(out: &mut Out<'_>, transaction: &Transaction) -> Written {
    out.array(5)?.i64(transaction.wall)?;
    optional_id(out, transaction.person)?;
    out.u8(transaction.origin.number())?;
    optional_text(out, transaction.reason.as_deref())?;
    match &transaction.undoes {
        Some(entry) => write_entry(out, entry),
        None => out.null()?.ok(),
    }
}

/// Encodes a vector.
pub fn vector_bytes(entries: &[VectorEntry]) -> Vec<u8> {
    let mut bytes = Vec::new();
    finished(write_vector(&mut Encoder::new(&mut bytes), entries));
    bytes
}

/// Decodes a vector.
///
/// # Errors
/// A message where the bytes are no vector, or one of more than [`MAX_VECTOR`] entries.
pub fn read_vector(bytes: &[u8]) -> Result<Vec<VectorEntry>, decode::Error> {
    let mut input = Decoder::new(bytes);
    let entries = vector(&mut input)?;
    if input.position() == bytes.len() {
        Ok(entries)
    } else {
        Err(decode::Error::message("bytes after a vector"))
    }
}

/// Writes a value of an unknown form for people, in CBOR's diagnostic notation.
pub fn diagnostic(bytes: &[u8]) -> String {
    minicbor::display(bytes).to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_value() -> impl Strategy<Value = Value> {
        let id = any::<u128>().prop_map(Uuid::from_u128);
        let maybe = proptest::option::of(".*");
        let end = prop_oneof![
            (any::<u16>(), id.clone(), maybe.clone())
                .prop_map(|(table, id, role)| LinkEnd::Record { table, id, role }),
            (".*", maybe.clone()).prop_map(|(text, role)| LinkEnd::Word { text, role }),
        ];
        prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Flag),
            any::<i64>().prop_map(Value::Integer),
            ".*".prop_map(Value::Text),
            (".*", maybe.clone()).prop_map(|(text, edtf)| Value::Vague { text, edtf }),
            (any::<u16>(), id.clone()).prop_map(|(table, id)| Value::Reference { table, id }),
            (proptest::option::of(id.clone()), ".*")
                .prop_map(|(parent, position)| Value::Tree { parent, position }),
            (maybe.clone(), maybe.clone())
                .prop_map(|(amount, currency)| Value::Money { amount, currency }),
            (maybe.clone(), maybe, ".*").prop_map(|(address, retrieved, standing)| {
                Value::Provenance {
                    address,
                    retrieved,
                    standing,
                }
            }),
            Just(Value::Existence(Existence::Deleted)),
            (
                proptest::option::of((any::<u16>(), id.clone())),
                proptest::option::of(id.clone()),
                proptest::option::of(end)
            )
                .prop_map(|(owner, home, end)| Value::Existence(Existence::Live {
                    owner,
                    home,
                    end
                })),
            proptest::collection::vec((id, any::<u64>(), any::<[u8; 16]>()), 0..4).prop_map(
                |entries| {
                    Value::Vector(
                        entries
                            .into_iter()
                            .map(|(site, seq, hash)| VectorEntry { site, seq, hash })
                            .collect(),
                    )
                }
            ),
            any::<[u8; 32]>().prop_map(Value::Commitment),
        ]
    }

    proptest! {
        #[test]
        fn a_value_comes_back(original in any_value()) {
            prop_assert_eq!(read_value(&value(&original)), original);
        }

        #[test]
        fn any_bytes_come_back_to_the_byte(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert_eq!(value(&read_value(&bytes)), bytes);
        }
    }

    #[test]
    fn a_form_of_a_later_build_is_kept_as_it_came() {
        let bytes = [0x82, 0x18, 0x63, 0xf5];
        assert_eq!(read_value(&bytes), Value::Other(bytes.to_vec()));
        assert_eq!(diagnostic(&bytes), "[99, true]");
    }

    #[test]
    fn a_number_written_the_long_way_is_not_taken_for_the_short_one() {
        let long = [0x18, 0x01];
        assert_eq!(read_value(&long), Value::Other(long.to_vec()));
    }
}
