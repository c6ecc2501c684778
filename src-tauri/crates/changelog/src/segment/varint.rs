//! Numbers of the columns: seven bits a byte, low bits first, in the shortest form only.
//!
//! Not CBOR's numbers: gaps of minutes and numbers of records, of 17 to 21 bits, take five bytes there and three here.
//! Differences may be negative; they are folded so that small ones of either sign are short.

use super::SegmentError;

/// Appends a number.
pub fn put(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a difference.
pub fn put_signed(out: &mut Vec<u8>, number: i64) {
    put(out, ((number << 1) ^ (number >> 63)).cast_unsigned());
}

/// What is left of a column.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a>(pub &'a [u8]);

const ENDED: SegmentError = SegmentError::Damaged("a column ends too early");

impl<'a> Input<'a> {
    /// Takes a number.
    pub fn number(&mut self) -> Result<u64, SegmentError> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.0.split_first().ok_or(ENDED)?;
            self.0 = rest;
            let bits = u64::from(byte & 0x7f);
            let overflows = bits << shift >> shift != bits;
            let padded = byte == 0 && shift > 0;
            if overflows || padded {
                break;
            }
            number |= bits << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(SegmentError::Damaged(
            "a number in another form than the shortest",
        ))
    }

    /// Takes a difference.
    pub fn signed(&mut self) -> Result<i64, SegmentError> {
        let folded = self.number()?;
        Ok((folded >> 1).cast_signed() ^ -((folded & 1).cast_signed()))
    }

    /// Takes a number that must be below a bound.
    pub fn below(&mut self, bound: u64) -> Result<u64, SegmentError> {
        let number = self.number()?;
        if number < bound {
            Ok(number)
        } else {
            Err(SegmentError::Damaged("a number out of its range"))
        }
    }

    /// Takes that many bytes.
    pub fn bytes(&mut self, length: u64) -> Result<&'a [u8], SegmentError> {
        let length = usize::try_from(length).map_err(|_| ENDED)?;
        let (bytes, rest) = self.0.split_at_checked(length).ok_or(ENDED)?;
        self.0 = rest;
        Ok(bytes)
    }

    /// Takes an array of bytes.
    pub fn fixed<const N: usize>(&mut self) -> Result<[u8; N], SegmentError> {
        let (bytes, rest) = self.0.split_first_chunk().ok_or(ENDED)?;
        self.0 = rest;
        Ok(*bytes)
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Input, put, put_signed};

    proptest! {
        #[test]
        fn a_number_comes_back(numbers: Vec<u64>, shifts: Vec<u8>) {
            // Shifted, so that every length from one byte to ten occurs.
            let numbers: Vec<u64> = numbers.iter().zip(&shifts).map(|(n, shift)| n >> (shift % 64)).collect();
            let mut bytes = Vec::new();
            for &number in &numbers {
                put(&mut bytes, number);
            }
            let mut input = Input(&bytes);
            for number in numbers {
                prop_assert_eq!(input.number(), Ok(number));
            }
            prop_assert!(input.is_empty());
        }

        #[test]
        fn a_difference_comes_back(number: i64) {
            let mut bytes = Vec::new();
            put_signed(&mut bytes, number);
            prop_assert_eq!(Input(&bytes).signed(), Ok(number));
        }

        #[test]
        fn what_is_read_is_the_one_form(bytes in proptest::collection::vec(any::<u8>(), 0..12)) {
            let mut input = Input(&bytes);
            if let Ok(number) = input.number() {
                let mut again = Vec::new();
                put(&mut again, number);
                prop_assert_eq!(&again[..], &bytes[..bytes.len() - input.0.len()]);
            }
        }
    }

    #[test]
    fn small_differences_of_either_sign_take_one_byte() {
        for number in [-64, -1, 0, 1, 63] {
            let mut bytes = Vec::new();
            put_signed(&mut bytes, number);
            assert_eq!(bytes.len(), 1, "{number}");
        }
    }

    #[test]
    fn a_number_in_another_form_is_refused() {
        let beyond = [&[0xff; 9][..], &[2]].concat();
        for bytes in [
            &[][..],
            &[0x80],
            &[0x80, 0],
            &[0xff, 0x80, 0],
            &[0xff; 11],
            &beyond,
        ] {
            assert!(Input(bytes).number().is_err(), "{bytes:02x?}");
        }
    }
}
