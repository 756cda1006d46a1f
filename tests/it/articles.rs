//! Articles that several tests read.

use facetdoc::article::Article;
use facetdoc::config::Settings;
use facetdoc::facts::Facts;
use facetdoc::parse;
use facetdoc::rules::Context;
use facetdoc::source::{Format, Source};
use std::path::Path;

/// An article with every kind of block, red flags in two tiers, notes of links and a footnote.
pub const EVERY_BLOCK: &str = r#"---
title: Ankle sprain
lang: en-GB
kind: condition
authors: [A. Writer]
published: 2026-01-15
reviewed: 2026-03-03
next_review: 2029-03
version: 1.2
canonical_url: https://example.org/leaflets/ankle
contact: ["Ankle clinic, 01632 960000", ankle@example.org]
team: {name: Feet, size: 3}
---

# Ankle sprain

A sprain is a stretched or torn ligament[^lig]. See [our other leaflet](/leaflets/knee).

[^lig]: A band that holds bones together, see [the atlas](https://example.org/atlas).

## When to get help

Most sprains heal. Some do not.

### Call 999 if:

- your foot is **cold** or blue
- you cannot feel your toes

### See a GP if:

- it still hurts after 6 weeks

## Treatment

> [!WARNING]
> Do not take ibuprofen for the first 48 hours.

1. Rest it.
2. Put ice on it:
   - wrapped in a towel
   - for up to 20&nbsp;minutes

| Medicine | Most in a day | With food |
|:---------|--------------:|-----------|
| Paracetamol | 4 g | no |
| Ibuprofen after the first two days, unless you were told not to take it by a doctor | 1.2 g | always, or just after a meal |

![Bandage from toes to calf](bandage.png)

![](line.png)

> Keep it up when you sit.

Platelets: 150 × 10<sup>9</sup>/L. ~~Rub it hard.~~ Drink H<sub>2</sub>O.

Ligament

: A band that holds bones together.

```text
rest  ice
  press  raise
```

- [x] bought a bandage
- [ ] booked a check

<details><summary>What about flying?</summary>

Ask the airline.

</details>

---

## FAQ

### Can I walk on it?

Yes, when it does not hurt.

### Is it broken?

Ask at [an X-ray unit](https://example.org/x-ray), or ring [01632 960001](tel:+441632960001).

*This leaflet is for information only. It does not replace advice from your doctor.*
"#;

/// The article that `text` is.
pub fn made_up(text: &str) -> Article {
    parse::article(Source::new("source/made-up.md", text, Format::Markdown))
}

/// The articles in `source/` and one that has every kind of block.
pub fn all() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("source");
    let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| {
        path.extension()
            .is_some_and(|ext| ext == "md" || ext == "txt")
    });
    paths.sort();
    let mut articles = vec![made_up(EVERY_BLOCK)];
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("an article in source/ is UTF-8");
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let format = if file.ends_with(".txt") {
            Format::Pasted
        } else {
            Format::Markdown
        };
        articles.push(parse::article(Source::new(
            format!("source/{file}"),
            text,
            format,
        )));
    }
    articles
}

/// The sample articles: the name of each file with its text.
pub fn samples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("source");
    let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    let read = |entry: std::fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(entry.path()).expect("a sample is UTF-8");
        (name, text)
    };
    // A folder beside the articles holds their pictures.
    let articles = entries.filter(|entry| entry.path().extension().is_some_and(|ext| ext == "md"));
    let mut samples: Vec<(String, String)> = articles.map(read).collect();
    samples.sort();
    samples
}

/// What `look` makes of the article with all that is known about it.
pub fn with_context<T>(article: &Article, look: impl FnOnce(&Context<'_>) -> T) -> T {
    let settings = Settings::of(article);
    let facts = Facts::find(article, &settings);
    look(&Context {
        article,
        facts: &facts,
        settings: &settings,
        today: None,
    })
}
