//! Segments with valid signatures that say what no honest build writes. Built here from the description of the format, not
//! with the code under test.

use changelog::SigningKey;
use changelog::segment::{NoNames, Segment, read_header, seal};
use domain::value::VectorEntry;
use minicbor::Encoder;

/// Every part of a frame, to be changed at will and signed again.
pub struct Forged {
    pub format: u16,
    pub min_reader: u16,
    pub network: [u8; 16],
    pub site: [u8; 16],
    pub first: u64,
    pub last: u64,
    pub previous: Option<[u8; 32]>,
    pub epoch: Option<Vec<VectorEntry>>,
    pub body: Vec<u8>,
    pub end: [u8; 32],
    pub raw_len: u32,
    /// Items after the known ones.
    pub more: Vec<u64>,
}

impl Forged {
    /// The parts of an honest segment.
    pub fn of(segment: &Segment) -> Forged {
        let bytes = seal(segment, &key(), &NoNames).unwrap();
        let (header, body) = read_header(&bytes).unwrap();
        Forged {
            format: header.format,
            min_reader: header.min_reader,
            network: header.network.into_bytes(),
            site: header.site.into_bytes(),
            first: header.first,
            last: header.last,
            previous: header.previous,
            epoch: header.epoch,
            body: bytes[body].to_vec(),
            end: header.end,
            raw_len: header.raw_len,
            more: Vec::new(),
        }
    }

    /// The uncompressed columns.
    pub fn columns(&self) -> Vec<Vec<u8>> {
        let raw = zstd::decode_all(&self.body[..]).unwrap();
        let mut rest = &raw[..];
        let count = number(&mut rest);
        let lengths: Vec<u64> = (0..count).map(|_| number(&mut rest)).collect();
        lengths
            .into_iter()
            .map(|length| {
                let (column, after) = rest.split_at(length as usize);
                rest = after;
                column.to_vec()
            })
            .collect()
    }

    /// Puts these columns into the body.
    pub fn set_columns(&mut self, columns: &[Vec<u8>]) {
        let mut raw = varint(columns.len() as u64);
        raw.extend(
            columns
                .iter()
                .flat_map(|column| varint(column.len() as u64)),
        );
        raw.extend(columns.concat());
        self.set_raw(&raw);
    }

    /// Puts these bytes into the body as they are.
    pub fn set_raw(&mut self, raw: &[u8]) {
        self.body = zstd::encode_all(raw, 1).unwrap();
        self.raw_len = raw.len() as u32;
    }

    /// The frame, signed.
    pub fn bytes(&self) -> Vec<u8> {
        let mut header = Vec::new();
        self.header(&mut Encoder::new(&mut header));
        let mut bytes = b"\x89WSLOG\r\n".to_vec();
        bytes.extend(self.format.to_be_bytes());
        bytes.extend(self.min_reader.to_be_bytes());
        bytes.extend((header.len() as u32).to_be_bytes());
        bytes.extend((self.body.len() as u32).to_be_bytes());
        bytes.extend(header);
        let signature = key().sign(&bytes);
        bytes.extend(&self.body);
        bytes.extend(signature);
        bytes
    }

    fn header(&self, out: &mut Encoder<&mut Vec<u8>>) {
        out.array(10 + self.more.len() as u64)
            .unwrap()
            .bytes(&self.network)
            .unwrap()
            .bytes(&self.site)
            .unwrap();
        out.u64(self.first).unwrap().u64(self.last).unwrap();
        match &self.previous {
            Some(hash) => out.bytes(hash).unwrap(),
            None => out.null().unwrap(),
        };
        match &self.epoch {
            None => {
                out.null().unwrap();
            }
            Some(entries) => {
                out.array(entries.len() as u64).unwrap();
                for entry in entries {
                    out.array(3).unwrap().bytes(entry.site.as_bytes()).unwrap();
                    out.u64(entry.seq).unwrap().bytes(&entry.hash).unwrap();
                }
            }
        }
        out.bytes(blake3::hash(&self.body).as_bytes())
            .unwrap()
            .bytes(&self.end)
            .unwrap();
        out.bytes(&key().public())
            .unwrap()
            .u32(self.raw_len)
            .unwrap();
        for item in &self.more {
            out.u64(*item).unwrap();
        }
    }
}

fn key() -> SigningKey {
    SigningKey::from_seed(&[7; 32])
}

pub fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

fn number(rest: &mut &[u8]) -> u64 {
    let length = rest.iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
    let (bytes, after) = rest.split_at(length);
    *rest = after;
    bytes
        .iter()
        .rev()
        .fold(0, |number, byte| number << 7 | u64::from(byte & 0x7f))
}
