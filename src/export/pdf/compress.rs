//! Streams of a PDF, bytes.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Document, Object, Stream};
use std::io;

/// What the names in a bytes stream's dictionary take: packing must win more.
const COST: usize = 19;

/// Packs every stream that may be packed and is not yet, at the fastest level: the usual one makes a handout a tenth
/// smaller and takes a tenth of the time of all else.
pub(super) fn compress(document: &mut Document) -> io::Result<()> {
    // One for all streams: its tables take longer to make than many a stream to pack.
    let mut deflater = Compress::new(Compression::fast(), true);
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            pack(stream, &mut deflater)?;
        }
    }
    Ok(())
}

fn pack(stream: &mut Stream, deflater: &mut Compress) -> io::Result<()> {
    if let Some(bytes) = packed_by(&stream.content, deflater)? {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(bytes);
    }
    Ok(())
}

/// `bytes` packed for a stream with the filter `FlateDecode`; `None` where that would not be smaller.
pub(super) fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut deflater = Compress::new(Compression::fast(), true);
    packed_by(bytes, &mut deflater).ok().flatten()
}

fn packed_by(bytes: &[u8], deflater: &mut Compress) -> io::Result<Option<Vec<u8>>> {
    // What is not smaller is left as it is, so that more room is never needed.
    let room = bytes.len().saturating_sub(COST);
    let mut packed = Vec::with_capacity(room);
    deflater.reset();
    let status = deflater.compress_vec(bytes, &mut packed, FlushCompress::Finish)?;
    if status != Status::StreamEnd || packed.len() >= room {
        return Ok(None);
    }
    packed.shrink_to_fit();
    Ok(Some(packed))
}
