//! Writes made-up articles of 950 words into a folder, those that the benchmarks measure.
//!
//!     corpus FOLDER NUMBER

#[path = "../../made_up.rs"]
mod made_up;

use std::path::Path;
use std::{env, fs, io};

const WORDS: usize = 950;

fn main() -> io::Result<()> {
    let mut args = env::args().skip(1);
    let folder = args.next().expect("a folder is named");
    let number = args.next().and_then(|number| number.parse().ok());
    let number: u64 = number.expect("a number of articles is given");
    fs::create_dir_all(&folder)?;
    for number in 0..number {
        let file = Path::new(&folder).join(format!("{number:05}.md"));
        fs::write(file, made_up::article(number, WORDS))?;
    }
    Ok(())
}
