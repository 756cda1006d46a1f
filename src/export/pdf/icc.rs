//! The sRGB colour space as an ICC version 2 profile, computed from IEC 61966-2-1: PDF/A wants colours defined.

/// White of the profile connection space (D50), as ICC.1 gives it.
const D50: [f64; 3] = [0.9642, 1.0, 0.8249];

/// The primaries of sRGB, adapted to D50 (Bradford).
const PRIMARIES: [(&[u8; 4], [f64; 3]); 3] = [
    (b"rXYZ", [0.436_074_7, 0.222_504_5, 0.013_932_2]),
    (b"gXYZ", [0.385_064_9, 0.716_878_6, 0.097_104_5]),
    (b"bXYZ", [0.143_080_4, 0.060_616_9, 0.714_173_3]),
];

/// Points of the transfer curve.
const CURVE_POINTS: u16 = 256;

/// The profile.
pub fn srgb() -> Vec<u8> {
    let mut tags: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"desc", description("sRGB")),
        (b"cprt", copyright("No copyright, use freely")),
        (b"wtpt", xyz(D50)),
    ];
    for (name, primary) in PRIMARIES {
        tags.push((name, xyz(primary)));
    }
    tags.push((b"rTRC", curve()));
    profile(&tags, &[b"gTRC", b"bTRC"])
}

/// Header, table and data; `shared` tags use the data of the last one.
fn profile(tags: &[(&[u8; 4], Vec<u8>)], shared: &[&[u8; 4]]) -> Vec<u8> {
    let entries = tags.len() + shared.len();
    let mut table = big_endian(entries).to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * entries;
    let mut place = ([0; 4], [0; 4]);
    for (name, content) in tags {
        place = (big_endian(start + data.len()), big_endian(content.len()));
        entry(&mut table, name.as_slice(), place);
        data.extend(content);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    for name in shared {
        entry(&mut table, name.as_slice(), place);
    }
    let mut profile = header(start + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

fn entry(table: &mut Vec<u8>, name: &[u8], (offset, size): ([u8; 4], [u8; 4])) {
    table.extend(name);
    table.extend(offset);
    table.extend(size);
}

fn header(size: usize) -> Vec<u8> {
    let mut header = vec![0; 128];
    let mut put = |at: usize, bytes: &[u8]| {
        for (to, byte) in header.iter_mut().skip(at).zip(bytes) {
            *to = *byte;
        }
    };
    put(0, &big_endian(size));
    // Version 2.1, display device, RGB to XYZ.
    put(8, &[2, 0x10, 0, 0]);
    put(12, b"mntrRGB XYZ ");
    // 1 January 2026, midnight: a fixed date, as the profile never changes.
    put(24, &[0x07, 0xEA, 0, 1, 0, 1]);
    put(36, b"acsp");
    for (index, value) in D50.into_iter().enumerate() {
        put(68 + 4 * index, &fixed(value));
    }
    header
}

fn description(text: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend(big_endian(text.len() + 1));
    tag.extend(text.as_bytes());
    // The end of the text, then empty Unicode and Macintosh descriptions.
    tag.resize(tag.len() + 1 + 8 + 3 + 67, 0);
    tag
}

fn copyright(text: &str) -> Vec<u8> {
    let mut tag = b"text\0\0\0\0".to_vec();
    tag.extend(text.as_bytes());
    tag.push(0);
    tag
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    for value in values {
        tag.extend(fixed(value));
    }
    tag
}

/// The transfer function of IEC 61966-2-1.
fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend(u32::from(CURVE_POINTS).to_be_bytes());
    for point in 0..CURVE_POINTS {
        let value = f64::from(point) / f64::from(CURVE_POINTS - 1);
        let linear = if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        };
        tag.extend(scaled(linear, 65_535.0).to_be_bytes().split_at(2).1);
    }
    tag
}

/// A number with 16 bits before and 16 after the point.
fn fixed(value: f64) -> [u8; 4] {
    scaled(value, 65_536.0).to_be_bytes()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the values of the profile lie between 0 and 2"
)]
fn scaled(value: f64, factor: f64) -> u32 {
    (value * factor).round() as u32
}

fn big_endian(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_whole_and_small() {
        let profile = srgb();
        assert_eq!(profile[..4], big_endian(profile.len()));
        assert_eq!(&profile[36..40], b"acsp");
        assert!(profile.len() < 1200, "{}", profile.len());
        // The three primaries add up to white.
        for channel in 0..3 {
            let sum: f64 = PRIMARIES.iter().map(|(_, xyz)| xyz[channel]).sum();
            assert!((sum - D50[channel]).abs() < 0.0005);
        }
    }
}
