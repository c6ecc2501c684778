//! A file that one laptop gives another.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | magic |
//! | 2, 2 | format, oldest format a reader must know; big-endian like all that follows |
//! | | items: 1 byte what it is, 4 bytes its length, and the item |
//!
//! The items are who packed it and what that laptop has ([`About`]), sealed segments, personal values, and last the
//! trailer: the hash of all before it, the key of the site that packed it, and its signature over the hash. So a file that
//! was cut, damaged or forged is told apart before anything of it is used. Its content decides what a file is, never its
//! name; it may be in a zip, because mail gateways strip what they do not know, and it may be encrypted with a passphrase.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use changelog::segment::{self, SegmentError};
use changelog::{SigningKey, codec, crypto};
use domain::value::VectorEntry;
use minicbor::{Decoder, Encoder};
use store::{Private, Sealed};
use uuid::Uuid;

/// The format this build writes, and the newest it reads.
const FORMAT: u16 = 1;

/// The high bit and the line ends show a transfer that took the file for text.
const MAGIC: [u8; 8] = *b"\x89WSPK\r\n\x1a";

const TRAILER: u8 = 0;
const ABOUT: u8 = 1;
const SEGMENT: u8 = 2;
const PRIVATE: u8 = 3;
/// Items from this number on may be passed over by a build that does not know them.
const OPTIONAL: u8 = 128;

/// The longest item that is not a segment, in bytes: a vector of the most entries it may have fits in it.
const MAX_ITEM: u32 = 1 << 20;

/// The longest file in bytes, decrypted and unpacked: as much as may wait in all.
pub const MAX_FILE: u64 = 256 << 20;

/// The most segments in a file.
const MAX_SEGMENTS: usize = 100_000;

/// The most entries of a zip that are looked at.
const MAX_ENTRIES: usize = 64;

/// How many times its own length a zip may hold: what was packed is compressed already.
const MAX_RATIO: u64 = 16;

/// The most work a passphrase may ask for: 2^20 rounds of scrypt are some seconds and a gigabyte.
const MAX_WORK: u8 = 20;

/// Who packed a file, and what that laptop has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The network.
    pub network: Uuid,
    /// The site that packed it.
    pub site: Uuid,
    /// What people call its machine.
    pub label: String,
    /// Whose laptop it is.
    pub person: Option<String>,
    /// When, ms since 1970 by its clock.
    pub made: i64,
    /// All that it has: what the reader has beyond that, it lacks.
    pub vector: Vec<VectorEntry>,
}

/// A file, read and checked as far as it can be alone.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Who packed it; none for a bare segment of the shared folder.
    pub about: Option<About>,
    /// Its segments.
    pub segments: Vec<Sealed>,
    /// The personal values it carries.
    pub private: Vec<Private>,
}

/// Why a file cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// It is something else.
    #[error("not a file of this program")]
    NotAPack,
    /// It stops before its end.
    #[error("the file stops before its end")]
    Truncated,
    /// Its bytes are not what they say of themselves; the text says where, for logs.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    /// A signature is not valid.
    #[error("a signature is not valid")]
    BadSignature,
    /// A later build wrote it in a way that this build cannot read.
    #[error("needs a newer build")]
    TooNew,
    /// A limit is exceeded; the text says which, for logs.
    #[error("too large: {0}")]
    TooLarge(&'static str),
    /// It is encrypted, and no passphrase or another one was given.
    #[error("the passphrase is not the one it was encrypted with")]
    WrongPassphrase,
    /// The system could not read or write it.
    #[error("{file}: {source}")]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl PackError {
    /// The code in answers.
    pub const fn code(&self) -> &'static str {
        match self {
            PackError::NotAPack => "not_a_pack",
            PackError::Truncated => "truncated",
            PackError::Damaged(_) => "damaged",
            PackError::BadSignature => "bad_signature",
            PackError::TooNew => "too_new",
            PackError::TooLarge(_) => "too_large",
            PackError::WrongPassphrase => "wrong_passphrase",
            PackError::Io { .. } => "file_unreadable",
        }
    }
}

impl From<SegmentError> for PackError {
    fn from(error: SegmentError) -> PackError {
        match error {
            SegmentError::NotASegment => PackError::Damaged("a segment"),
            SegmentError::Truncated => PackError::Truncated,
            SegmentError::Damaged(what) | SegmentError::Unsealable(what) => {
                PackError::Damaged(what)
            }
            SegmentError::BadSignature => PackError::BadSignature,
            SegmentError::TooNew { .. } => PackError::TooNew,
            SegmentError::TooLarge(what) => PackError::TooLarge(what),
            SegmentError::Waiting(_) => PackError::Damaged("a segment that waits"),
        }
    }
}

/// Reading stops short: the file does, unless the system failed.
impl From<io::Error> for PackError {
    fn from(error: io::Error) -> PackError {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => PackError::Truncated,
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
                PackError::Damaged("its wrapping")
            }
            _ => PackError::Io {
                file: PathBuf::new(),
                source: error,
            },
        }
    }
}

/// Writes a file whole or not at all.
///
/// The same input gives the same bytes, but for a passphrase.
///
/// # Errors
/// Where it cannot be written; then what stood there before stands there still.
pub fn write(
    file: &Path,
    about: &About,
    segments: &[Vec<u8>],
    private: &[Private],
    key: &SigningKey,
    passphrase: Option<&str>,
) -> Result<u64, PackError> {
    let io = |source: io::Error| PackError::Io {
        file: file.to_owned(),
        source,
    };
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut draft = tempfile::NamedTempFile::new_in(folder).map_err(io)?;
    {
        let out = io::BufWriter::new(draft.as_file_mut());
        match passphrase {
            None => {
                let mut out = out;
                write_to(&mut out, about, segments, private, key).map_err(io)?;
                out.flush().map_err(io)?;
            }
            Some(passphrase) => {
                let encryptor = age::Encryptor::with_user_passphrase(passphrase.into());
                let mut out = encryptor.wrap_output(out).map_err(io)?;
                write_to(&mut out, about, segments, private, key).map_err(io)?;
                out.finish().and_then(|mut out| out.flush()).map_err(io)?;
            }
        }
    }
    draft.as_file().sync_all().map_err(io)?;
    let bytes = draft.as_file().metadata().map_err(io)?.len();
    store::kill::point("pack-written");
    draft.persist(file).map_err(|error| io(error.error))?;
    store::kill::point("pack-named");
    Ok(bytes)
}

/// Writes a file's bytes.
///
/// # Errors
/// Where `out` takes no more.
pub fn write_to(
    out: &mut impl Write,
    about: &About,
    segments: &[Vec<u8>],
    private: &[Private],
    key: &SigningKey,
) -> io::Result<()> {
    let mut out = Hashed {
        inner: out,
        hasher: crypto::Hasher::default(),
    };
    out.write_all(&MAGIC)?;
    out.write_all(&FORMAT.to_be_bytes())?;
    out.write_all(&FORMAT.to_be_bytes())?;
    item(&mut out, ABOUT, &about_bytes(about))?;
    for segment in segments {
        item(&mut out, SEGMENT, segment)?;
    }
    for part in private {
        item(&mut out, PRIVATE, &private_bytes(part))?;
    }
    let hash = out.hasher.finish();
    let trailer = [&hash[..], &key.public(), &key.sign_file(&hash)].concat();
    item(&mut out, TRAILER, &trailer)
}

struct Hashed<W> {
    inner: W,
    hasher: crypto::Hasher,
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.inner.write(bytes)?;
        self.hasher.update(&bytes[..taken]);
        Ok(taken)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

fn item(out: &mut impl Write, what: u8, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    out.write_all(&[what])?;
    out.write_all(&length.to_be_bytes())?;
    out.write_all(bytes)
}

fn about_bytes(about: &About) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut out = Encoder::new(&mut bytes);
    // Writing to memory does not fail.
    let written = (|| {
        out.array(6)?
            .bytes(about.network.as_bytes())?
            .bytes(about.site.as_bytes())?
            .str(&about.label)?;
        match &about.person {
            Some(person) => out.str(person)?,
            None => out.null()?,
        };
        out.i64(about.made)?
            .bytes(&codec::vector_bytes(&about.vector))?
            .ok()
    })();
    debug_assert!(written.is_ok());
    bytes
}

fn read_about(bytes: &[u8]) -> Result<About, PackError> {
    let damaged = |_| PackError::Damaged("who packed it");
    let mut input = Decoder::new(bytes);
    let mut read = || -> Result<(About, Vec<u8>), minicbor::decode::Error> {
        input.array()?;
        let network = Uuid::from_bytes(fixed(&mut input)?);
        let site = Uuid::from_bytes(fixed(&mut input)?);
        let label = input.str()?.to_owned();
        let person = match input.datatype()? {
            minicbor::data::Type::Null => {
                input.null()?;
                None
            }
            _ => Some(input.str()?.to_owned()),
        };
        let made = input.i64()?;
        let about = About {
            network,
            site,
            label,
            person,
            made,
            vector: Vec::new(),
        };
        Ok((about, input.bytes()?.to_vec()))
    };
    let (mut about, vector) = read().map_err(damaged)?;
    about.vector =
        codec::read_vector(&vector).map_err(|_| PackError::Damaged("what its laptop has"))?;
    Ok(about)
}

fn private_bytes(part: &Private) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut out = Encoder::new(&mut bytes);
    let written = (|| {
        out.array(3)?
            .bytes(part.person.as_bytes())?
            .bytes(&part.key)?
            .array(part.values.len() as u64)?;
        for (table, column, value) in &part.values {
            out.array(3)?.u16(*table)?.u16(*column)?.bytes(value)?;
        }
        out.ok()
    })();
    debug_assert!(written.is_ok());
    bytes
}

fn read_private(bytes: &[u8]) -> Result<Private, PackError> {
    let mut input = Decoder::new(bytes);
    let mut read = || -> Result<Private, minicbor::decode::Error> {
        input.array()?;
        let person = Uuid::from_bytes(fixed(&mut input)?);
        let key = fixed(&mut input)?;
        let count = input.array()?.unwrap_or(0);
        let mut values = Vec::new();
        for _ in 0..count {
            input.array()?;
            values.push((input.u16()?, input.u16()?, input.bytes()?.to_vec()));
        }
        Ok(Private {
            person,
            key,
            values,
        })
    };
    read().map_err(|_| PackError::Damaged("personal values"))
}

fn fixed<const N: usize>(input: &mut Decoder<'_>) -> Result<[u8; N], minicbor::decode::Error> {
    input
        .bytes()?
        .try_into()
        .map_err(|_| minicbor::decode::Error::message("bytes of another length"))
}

/// Reads a file: plain, in a zip, encrypted, or a bare segment, as its content says.
///
/// # Errors
/// Says what is wrong with it. Nothing is allocated for what it only claims.
pub fn read(file: &Path, passphrase: Option<&str>) -> Result<Pack, PackError> {
    let named = |error: PackError| match error {
        PackError::Io { source, .. } => PackError::Io {
            file: file.to_owned(),
            source,
        },
        other => other,
    };
    let opened = File::open(file).map_err(PackError::from).map_err(named)?;
    if opened.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return Err(PackError::NotAPack);
    }
    read_any(BufReader::new(opened), passphrase).map_err(named)
}

/// What a file's first bytes say it is.
enum Form {
    Pack,
    Encrypted,
    Zip,
    Segment,
}

fn form(input: &mut impl BufRead) -> Result<Form, PackError> {
    let start = input.fill_buf()?;
    let begins = |with: &[u8]| {
        let common = start.len().min(with.len());
        start[..common] == with[..common]
    };
    if start.is_empty() {
        return Err(PackError::Truncated);
    }
    if begins(&MAGIC) {
        Ok(Form::Pack)
    } else if begins(b"age-encryption.org/v1") {
        Ok(Form::Encrypted)
    } else if begins(b"PK\x03\x04") {
        Ok(Form::Zip)
    } else if segment::length(start).is_ok() {
        Ok(Form::Segment)
    } else {
        Err(PackError::NotAPack)
    }
}

fn read_any(
    mut input: impl BufRead + io::Seek,
    passphrase: Option<&str>,
) -> Result<Pack, PackError> {
    match form(&mut input)? {
        Form::Zip => unzip(input, passphrase),
        _ => read_one(input, passphrase),
    }
}

/// Reads what is no zip.
fn read_one(mut input: impl BufRead, passphrase: Option<&str>) -> Result<Pack, PackError> {
    match form(&mut input)? {
        Form::Encrypted => {
            let passphrase = passphrase.ok_or(PackError::WrongPassphrase)?;
            let decryptor = age::Decryptor::new_buffered(input).map_err(unlocked)?;
            if !decryptor.is_scrypt() {
                return Err(PackError::WrongPassphrase);
            }
            let mut identity = age::scrypt::Identity::new(passphrase.into());
            identity.set_max_work_factor(MAX_WORK);
            let plain = decryptor
                .decrypt(std::iter::once(&identity as &dyn age::Identity))
                .map_err(unlocked)?;
            let mut plain = BufReader::new(plain);
            match form(&mut plain)? {
                Form::Pack => items(plain),
                Form::Segment => bare(plain),
                Form::Encrypted | Form::Zip => Err(PackError::NotAPack),
            }
        }
        Form::Pack => items(input),
        Form::Segment => bare(input),
        Form::Zip => Err(PackError::NotAPack),
    }
}

fn unlocked(error: age::DecryptError) -> PackError {
    match error {
        age::DecryptError::ExcessiveWork { .. } => {
            PackError::TooLarge("the work of its passphrase")
        }
        age::DecryptError::Io(error) => error.into(),
        age::DecryptError::InvalidHeader | age::DecryptError::UnknownFormat => {
            PackError::Damaged("its encryption")
        }
        _ => PackError::WrongPassphrase,
    }
}

/// Reads the first file of this program in a zip. Names and paths in it mean nothing.
fn unzip(mut input: impl Read + io::Seek, passphrase: Option<&str>) -> Result<Pack, PackError> {
    let wrapped = |error: zip::result::ZipError| match error {
        zip::result::ZipError::Io(error) => PackError::from(error),
        _ => PackError::Damaged("the zip around it"),
    };
    let length = input.seek(io::SeekFrom::End(0))?;
    let most = MAX_FILE.min(length.saturating_mul(MAX_RATIO));
    let mut archive = zip::ZipArchive::new(input).map_err(wrapped)?;
    let mut last = PackError::NotAPack;
    for at in 0..archive.len().min(MAX_ENTRIES) {
        let entry = archive.by_index(at).map_err(wrapped)?;
        if entry.is_dir() {
            continue;
        }
        if entry.size() > most {
            last = PackError::TooLarge("what the zip holds");
            continue;
        }
        match read_one(BufReader::new(entry.take(most)), passphrase) {
            Err(PackError::NotAPack) => {}
            Err(error) => last = error,
            Ok(pack) => return Ok(pack),
        }
    }
    Err(last)
}

/// Reads one segment that stands alone, as in a shared folder.
fn bare(input: impl Read) -> Result<Pack, PackError> {
    let most = u64::from(segment::MAX_HEADER) + u64::from(segment::MAX_BODY) + 1024;
    let mut bytes = Vec::new();
    input.take(most).read_to_end(&mut bytes)?;
    Ok(Pack {
        about: None,
        segments: vec![Sealed::read(bytes)?],
        private: Vec::new(),
    })
}

/// Bytes read so far are hashed, and there may only be so many.
struct Input<R> {
    inner: R,
    hasher: crypto::Hasher,
    left: u64,
}

impl<R: Read> Input<R> {
    /// Reads bytes in steps, so that a claimed length alone takes no memory.
    fn bytes(&mut self, length: u64) -> Result<Vec<u8>, PackError> {
        self.left = self
            .left
            .checked_sub(length)
            .ok_or(PackError::TooLarge("the file"))?;
        let mut bytes = Vec::new();
        let read = self.inner.by_ref().take(length).read_to_end(&mut bytes)?;
        if (read as u64) < length {
            return Err(PackError::Truncated);
        }
        self.hasher.update(&bytes);
        Ok(bytes)
    }

    fn fixed<const N: usize>(&mut self) -> Result<[u8; N], PackError> {
        let bytes = self.bytes(N as u64)?;
        bytes.try_into().map_err(|_| PackError::Truncated)
    }
}

fn items(input: impl Read) -> Result<Pack, PackError> {
    let mut input = Input {
        inner: input,
        hasher: crypto::Hasher::default(),
        left: MAX_FILE,
    };
    if input.fixed::<8>()? != MAGIC {
        return Err(PackError::NotAPack);
    }
    let format = u16::from_be_bytes(input.fixed()?);
    let min_reader = u16::from_be_bytes(input.fixed()?);
    if min_reader > FORMAT {
        return Err(PackError::TooNew);
    }
    if min_reader == 0 || min_reader > format {
        return Err(PackError::Damaged("the format"));
    }
    let mut about = None;
    let mut segments: Vec<Vec<u8>> = Vec::new();
    let mut private: Vec<Vec<u8>> = Vec::new();
    loop {
        let hash = input.hasher.finish();
        let [what] = input.fixed()?;
        let length = u32::from_be_bytes(input.fixed()?);
        let most = if what == SEGMENT {
            segment::MAX_HEADER + segment::MAX_BODY + 1024
        } else {
            MAX_ITEM
        };
        if length > most {
            return Err(PackError::TooLarge("an item"));
        }
        let bytes = input.bytes(u64::from(length))?;
        match what {
            TRAILER => {
                trailer(&bytes, &hash)?;
                break;
            }
            ABOUT if about.is_none() => about = Some(bytes),
            SEGMENT if segments.len() < MAX_SEGMENTS => segments.push(bytes),
            SEGMENT => return Err(PackError::TooLarge("the number of segments")),
            PRIVATE => private.push(bytes),
            OPTIONAL.. => {}
            _ if format > FORMAT => return Err(PackError::TooNew),
            _ => return Err(PackError::Damaged("an item")),
        }
    }
    if input.inner.read(&mut [0])? > 0 {
        return Err(PackError::Damaged("bytes after its end"));
    }
    // Only now it is known that all of it is what was packed.
    Ok(Pack {
        about: Some(read_about(
            &about.ok_or(PackError::Damaged("who packed it"))?,
        )?),
        segments: segments
            .into_iter()
            .map(|bytes| Sealed::read(bytes).map_err(PackError::from))
            .collect::<Result<_, _>>()?,
        private: private
            .iter()
            .map(|bytes| read_private(bytes))
            .collect::<Result<_, _>>()?,
    })
}

fn trailer(bytes: &[u8], hash: &[u8; 32]) -> Result<(), PackError> {
    let (Some(stated), Some(key), Some(signature)) = (
        bytes.first_chunk::<32>(),
        bytes.get(32..64).and_then(|key| key.first_chunk::<32>()),
        bytes
            .get(64..)
            .and_then(|rest| <&[u8; 64]>::try_from(rest).ok()),
    ) else {
        return Err(PackError::Damaged("its end"));
    };
    if stated != hash {
        return Err(PackError::Damaged(
            "its bytes are not those that were packed",
        ));
    }
    if !crypto::verify_file(key, hash, signature) {
        return Err(PackError::BadSignature);
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
