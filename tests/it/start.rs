//! What a team and a writer start from: `facetdoc init` and `facetdoc new`.

use crate::program::run;
use std::fs;
use std::path::Path;

fn schema() -> serde_json::Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/config/facetdoc.schema.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What the schema says against a configuration.
fn faults(text: &str) -> Vec<String> {
    let value: toml::Table = toml::from_str(text).unwrap();
    let value = serde_json::to_value(value).unwrap();
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let errors = validator.iter_errors(&value);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// The template with every setting turned on.
fn turned_on(template: &str) -> String {
    let lines = template.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if !rest.is_empty() && !rest.starts_with([' ', ':']) => rest,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn init_writes_a_file_that_sets_nothing_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let (code, out, told) = run(folder.path(), &["init", "new/team"]);
    assert_eq!((code, out.as_str()), (0, ""), "{told}");
    assert!(told.contains("wrote new/team/facetdoc.toml"), "{told}");
    let path = folder.path().join("new/team/facetdoc.toml");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("#:schema ./facetdoc.schema.json\n"));
    assert!(toml::from_str::<toml::Table>(&text).unwrap().is_empty());
    assert!(
        folder
            .path()
            .join("new/team/facetdoc.schema.json")
            .is_file()
    );
    // Again, it is there already as it would be.
    assert_eq!(run(folder.path(), &["init", "new/team"]).0, 0);
    fs::write(&path, "region = \"GB\"\n").unwrap();
    let (code, _, told) = run(folder.path(), &["init", "new/team"]);
    assert_eq!(code, 2);
    assert!(
        told.contains("facetdoc.toml is there already; --force"),
        "{told}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "region = \"GB\"\n");
    assert_eq!(run(folder.path(), &["init", "new/team", "--force"]).0, 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn everything_that_init_explains_is_a_setting_and_every_setting_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["init"]);
    let path = folder.path().join("facetdoc.toml");
    let on = turned_on(&fs::read_to_string(&path).unwrap());
    assert_eq!(faults(&on), [""; 0], "{on}");
    let written: toml::Table = toml::from_str(&on).unwrap();
    let mut missing = Vec::new();
    missing_keys(
        &schema(),
        &serde_json::to_value(&written).unwrap(),
        "",
        &mut missing,
    );
    assert_eq!(missing, [""; 0]);
    // The paths in it are examples.
    let on = on
        .replace("extends = [\"../team.toml\"]", "")
        .replace("packs/migraine.toml", "");
    let on = on.replace("packs = [\"\"]", "packs = []");
    fs::write(&path, on).unwrap();
    let (code, _, told) = run(folder.path(), &["config"]);
    assert_eq!(code, 0, "{told}");
}

/// Keys of fixed name that the schema has and `value` lacks. Of many that are alike, one is enough.
fn missing_keys(
    schema: &serde_json::Value,
    value: &serde_json::Value,
    path: &str,
    missing: &mut Vec<String>,
) {
    const ALIKE: &[&str] = &[
        "/rules",
        "/headings",
        "/words",
        "/review-months",
        "/labels",
        "/overrides",
    ];
    let Some(properties) = schema["properties"].as_object() else {
        let more = &schema["additionalProperties"];
        if more["type"] == "object"
            && let Some(first) = value.as_object().and_then(|map| map.values().next())
        {
            missing_keys(more, first, &format!("{path}/*"), missing);
        }
        if schema["items"].is_object()
            && let Some(first) = value.as_array().and_then(|list| list.first())
        {
            missing_keys(&schema["items"], first, &format!("{path}[]"), missing);
        }
        return;
    };
    for (name, inner) in properties {
        let path = format!("{path}/{name}");
        match value.get(name) {
            None if ALIKE.iter().any(|one| path.starts_with(&format!("{one}/"))) => {}
            None => missing.push(path),
            Some(value) if path.starts_with("/overrides") => {
                assert!(!value.is_null());
            }
            Some(value) => missing_keys(inner, value, &path, missing),
        }
    }
}

#[test]
fn the_schema_and_the_reader_know_the_same_keys() {
    let schema = schema();
    let folder = tempfile::tempdir().unwrap();
    let tables: &[(&str, &str, &str)] = &[
        ("", "zzzzzzzz = 1", "/properties"),
        (
            "standards",
            "[standards]\nzzzzzzzz = 1",
            "/properties/standards/properties",
        ),
        (
            "limits",
            "[limits]\nzzzzzzzz = 1",
            "/properties/limits/properties",
        ),
        (
            "clinic",
            "[clinic]\nname = \"A\"\nzzzzzzzz = 1",
            "/properties/clinic/properties",
        ),
        (
            "export",
            "[export]\nzzzzzzzz = 1",
            "/properties/export/properties",
        ),
        (
            "headings",
            "[headings]\nzzzzzzzz = []",
            "/properties/headings/properties",
        ),
        ("words", "[words.zzzzzzzz]", "/properties/words/properties"),
        (
            "words.jargon",
            "[words.jargon]\nzzzzzzzz = 1",
            "/properties/words/properties/jargon/properties",
        ),
        (
            "words.jargon.add",
            "[words.jargon]\nadd = [{ term = \"a\", zzzzzzzz = 1 }]",
            "/properties/words/properties/jargon/properties/add/items/properties",
        ),
        (
            "kinds",
            "[kinds.a]\nzzzzzzzz = 1",
            "/properties/kinds/additionalProperties/properties",
        ),
        (
            "part",
            "[[kinds.a.part]]\nname = \"faq\"\nzzzzzzzz = 1",
            "/properties/kinds/additionalProperties/properties/part/items/properties",
        ),
    ];
    for (name, text, pointer) in tables {
        fs::write(folder.path().join("facetdoc.toml"), text).unwrap();
        let (code, _, told) = run(folder.path(), &["config"]);
        assert_eq!(code, 2, "{name}: {told}");
        let told: String = told
            .split_whitespace()
            .filter(|word| *word != "|")
            .collect::<Vec<_>>()
            .join(" ");
        let known = told
            .split("there are: ")
            .nth(1)
            .unwrap_or_else(|| panic!("{name}: {told}"));
        let known = known.split(" error: ").next().unwrap();
        let mut known: Vec<&str> = known.split(", ").map(str::trim).collect();
        known.sort_unstable();
        let keys = schema
            .pointer(pointer)
            .and_then(serde_json::Value::as_object);
        let mut keys: Vec<&str> = keys.unwrap().keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(known, keys, "{name}");
    }
}

#[test]
fn the_schema_takes_the_sample_in_the_readme_and_refuses_mistakes() {
    let readme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let sample = readme.split("<!-- config -->\n```toml\n").nth(1).unwrap();
    let sample = sample.split("```").next().unwrap();
    assert_eq!(faults(sample), [""; 0]);
    for wrong in [
        "profil = \"us\"",
        "profile = \"uk\"",
        "region = \"Britain\"",
        "[rules]\nfaqs = \"off\"",
        "[rules]\nfaq = \"of\"",
        "ignore = [\"faqs\"]",
        "[limits]\nsentence-words = \"many\"",
        "[standards]\ngrade-max = 0",
        "[[overrides]]\nkind = \"procedure\"",
        "[[overrides]]\nfiles = \"a\"\nextends = \"b\"",
        "[[kinds.a.part]]\nheadings = [\"a\"]",
    ] {
        assert!(!faults(wrong).is_empty(), "{wrong}");
    }
}

const OWN: &str = "lang = \"de\"\nregion = \"DE\"\n[kinds.leaflet]\nextends = \"article\"\nordered = true\n[[kinds.leaflet.part]]\nname = \"kurz gesagt\"\nheadings = [\"kurz gesagt\"]\nmin-items = 3\n[[kinds.leaflet.part]]\nname = \"red-flags\"\nheadings = [\"wann zum arzt\"]\n[[kinds.leaflet.part]]\nname = \"faq\"\nmin-items = 4\n";

/// The findings of an article: rule, severity, message.
fn findings(folder: &Path, name: &str) -> Vec<(String, String, String)> {
    let args = ["check", "--format", "json", "--fail-on", "never", name];
    let (code, out, told) = run(folder, &args);
    assert_eq!(code, 0, "{told}");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let text = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let found = report["findings"].as_array().unwrap().iter();
    found
        .map(|one| {
            (
                text(one, "rule"),
                text(one, "severity"),
                text(one, "message"),
            )
        })
        .collect()
}

/// The article with each placeholder replaced by words of its kind of place.
fn filled(article: &str, lang: &str) -> String {
    let (open, items, sentences): (&str, &[&str], &[&str]) = match lang {
        "es" => ("[inserte", &ITEMS_ES, &SENTENCES_ES),
        _ => ("[insert", &ITEMS_EN, &SENTENCES_EN),
    };
    let mut filled = String::new();
    let mut count = 0;
    for line in article.lines() {
        let mut line = line.to_owned();
        while let Some(start) = line.find(open) {
            let end = start + line[start..].find(']').unwrap() + 1;
            let is_sentence = start == 0;
            let is_sign = line.contains("sign at home") || line.contains("señal en casa");
            let words = match lang {
                _ if is_sentence => sentences,
                "es" if is_sign => &SIGNS_ES,
                _ if is_sign => &SIGNS_EN,
                _ => items,
            };
            line.replace_range(start..end, words[count % words.len()]);
            count += 1;
        }
        filled.push_str(&line);
        filled.push('\n');
    }
    filled
}

/// Signs that every guideline names after a procedure.
const SIGNS_EN: [&str; 2] = ["you have a fever", "the skin is red and hot"];
const SIGNS_ES: [&str; 2] = ["tiene fiebre", "la herida sangra"];
const ITEMS_EN: [&str; 12] = [
    "you feel the left arm go numb",
    "your hand turns cold",
    "the wrist swells to twice its size",
    "you drop things all day",
    "your fingers tingle at night",
    "the elbow clicks as you lift",
    "your thumb stays stiff",
    "a bruise spreads on the forearm",
    "the skin over the joint is hot",
    "you sleep badly on that side",
    "the grip gets weaker each day",
    "you cannot turn a key",
];
const SENTENCES_EN: [&str; 8] = [
    "Most people use the arm as usual within two weeks. Begin with light work.",
    "A nurse looks at the arm and moves it slowly. This takes about ten minutes.",
    "Yes, you can work at a desk. Rest the arm on a cushion every hour.",
    "A cold pack calms the joint. Wrap it in a towel and hold it there for ten minutes.",
    "The joint has a smooth lining. Fluid in it lets the bones glide.",
    "You keep the arm still while the bandage dries. A helper drives you home.",
    "Sport often starts the trouble. A new racket or a long day in the garden can do it.",
    "Slow stretches keep the arm supple. Do them twice a day after a warm shower.",
];
const ITEMS_ES: [&str; 12] = [
    "el brazo izquierdo se duerme",
    "la mano se pone fría",
    "la muñeca se hincha mucho",
    "se le caen las cosas",
    "los dedos hormiguean por la noche",
    "el codo cruje al levantar peso",
    "el pulgar sigue rígido",
    "un moratón crece en el antebrazo",
    "la piel de la articulación arde",
    "duerme mal de ese lado",
    "la fuerza baja cada día",
    "no puede girar una llave",
];
const SENTENCES_ES: [&str; 8] = [
    "Casi todas las personas usan el brazo como siempre en dos semanas. Empiece con trabajo ligero.",
    "Una enfermera mira el brazo y lo mueve despacio. Esto dura unos diez minutos.",
    "Sí, puede trabajar en un escritorio. Apoye el brazo en un cojín cada hora.",
    "El frío calma la articulación. Envuelva el hielo en una toalla durante diez minutos.",
    "La articulación tiene una capa lisa. El líquido deja que los huesos se deslicen.",
    "Mantenga el brazo quieto mientras seca la venda. Alguien le lleva a casa.",
    "El deporte empieza muchas veces el problema. Una raqueta nueva basta.",
    "Los estiramientos lentos mantienen el brazo flexible. Hágalos dos veces al día.",
];

/// Families about the form of an article, not about what a writer claims in it.
const FORM: &[&str] = &[
    "structure",
    "red-flags",
    "disclaimer",
    "faq",
    "meta",
    "accessibility",
    "characters",
];

#[test]
fn a_new_article_is_flagged_until_it_is_filled_and_then_has_every_part() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("own")).unwrap();
    fs::write(folder.path().join("own/facetdoc.toml"), OWN).unwrap();
    let families = families();
    let cases: &[(&str, &str, &str, &str)] = &[
        ("article", "US", "en", "a.md"),
        ("condition", "US", "en", "b.md"),
        ("procedure", "GB", "en", "c.md"),
        ("procedure", "US", "en", "d.md"),
        ("medicine", "IE", "en-IE", "e.md"),
        ("exercise", "US", "en", "f.md"),
        ("condition", "ES", "es", "g.md"),
        ("procedure", "MX", "es-MX", "h.md"),
        ("leaflet", "DE", "de", "own/i.md"),
        ("article", "FR", "fr", "j.md"),
    ];
    for (kind, region, lang, file) in cases {
        let title = "Sore arms & \"stiff\" joints";
        let args = [
            "new", title, "--kind", kind, "--region", region, "--lang", lang, "-o", file,
        ];
        let (code, _, told) = run(folder.path(), &args);
        assert_eq!(code, 0, "{told}");
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        let found = findings(folder.path(), file);
        let flagged = found
            .iter()
            .filter(|(rule, severity, _)| rule == "placeholder-text" && severity == "error");
        assert!(flagged.count() > 3, "{kind} {lang}: {found:?}");
        let (code, _, _) = run(folder.path(), &["export", "--text", "-o", "-", file]);
        assert_eq!(code, 1, "{kind} {lang}");
        fs::write(&path, filled(&text, &lang[..2])).unwrap();
        let found = findings(folder.path(), file);
        let errors: Vec<_> = found
            .iter()
            .filter(|(rule, severity, _)| {
                severity == "error" && FORM.contains(&families[rule].as_str())
            })
            .collect();
        assert!(
            errors.is_empty(),
            "{kind} {lang}: {errors:#?}\n{}",
            filled(&text, &lang[..2])
        );
        let parts = [
            "missing-required-section",
            "section-out-of-order",
            "section-size",
            "placeholder-text",
            "red-flags-too-late",
        ];
        let missing: Vec<_> = found
            .iter()
            .filter(|(rule, _, _)| parts.contains(&rule.as_str()))
            .collect();
        assert!(missing.is_empty(), "{kind} {lang}: {missing:#?}");
    }
}

/// The family of each rule.
fn families() -> std::collections::BTreeMap<String, String> {
    let rules = facetdoc::rules::all();
    rules
        .map(|rule| (rule.name.to_owned(), rule.family.to_owned()))
        .collect()
}

#[test]
fn a_new_article_gets_its_name_from_its_title_and_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let new = |args: &[&str]| run(folder.path(), &[&["new"], args].concat());
    let (code, _, told) = new(&["Dolor de rodilla: ¿qué hacer?"]);
    assert_eq!(
        (code, told.trim()),
        (0, "wrote dolor-de-rodilla-que-hacer.md")
    );
    let (code, _, told) = new(&["Dolor de rodilla: ¿qué hacer?"]);
    assert_eq!(code, 2);
    assert!(told.contains("is there already; --force"), "{told}");
    fs::create_dir(folder.path().join("source")).unwrap();
    assert!(new(&["Knee"]).2.contains("wrote source/knee.md"));
    let (code, text, _) = new(&["Knee", "-o", "-", "--region", "gb"]);
    assert_eq!(code, 0);
    assert!(
        text.contains("region: GB") && text.contains("Call 999 or go to A&E now if:"),
        "{text}"
    );
    for (args, part) in [
        (&["  "][..], "the title is empty"),
        (&["膝"], "say one with -o"),
        (&["Knee", "--kind", "procedur"], "did you mean procedure?"),
        (&["Knee", "--region", "Britain"], "two letters"),
        (&["Knee", "--lang", "english!"], "a language is a code"),
    ] {
        let (code, _, told) = new(args);
        assert_eq!(code, 2, "{args:?}");
        assert!(told.contains(part), "{part} in {told}");
    }
}
