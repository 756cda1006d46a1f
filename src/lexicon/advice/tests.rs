//! Sentences with advice, and what is read from them.

use super::*;

fn frames(lang: &str, text: &str) -> Vec<(Urgency, bool)> {
    let tokens = Tokens::of(text);
    let frames = advice(lang).frames(text, &tokens);
    frames
        .iter()
        .map(|frame| (frame.level, frame.has_service))
        .collect()
}

#[test]
fn english_advice_has_its_level_and_its_service() {
    use Urgency::{Emergency, Routine, Soon, Urgent};
    let cases: &[(&str, &[(Urgency, bool)])] = &[
        (
            "Certain symptoms warrant prompt medical attention, including:",
            &[(Soon, false)],
        ),
        (
            "These signs may indicate serious conditions and require urgent evaluation.",
            &[(Urgent, false)],
        ),
        (
            "Persistence of symptoms or red flag signs should prompt consultation with a healthcare provider.",
            &[(Routine, true)],
        ),
        (
            "Seek immediate medical attention as these may be signs of serious impairment.",
            &[(Emergency, false)],
        ),
        (
            "If pain persists despite conservative management, medical evaluation is recommended.",
            &[(Routine, false)],
        ),
        ("Go to A&E or call 999 if:", &[(Emergency, true)]),
        ("See a GP if:", &[(Routine, true)]),
        (
            "Take your baby or toddler to the GP urgently if they:",
            &[(Urgent, true)],
        ),
        (
            "Ask for an urgent GP appointment or call 111 if:",
            &[(Urgent, true)],
        ),
        (
            "If you lose bladder control, call 911 now.",
            &[(Emergency, true)],
        ),
        (
            "See your doctor if the pain lasts; if you cannot pee, go to the emergency room.",
            &[(Routine, true), (Emergency, true)],
        ),
        ("Call us if you have a fever.", &[(Routine, true)]),
        ("For any of these, please call us.", &[(Routine, true)]),
        (
            "Call the clinic the same day if the site is red.",
            &[(Urgent, true)],
        ),
        (
            "Call the clinic or your doctor the same day if you have back pain and:",
            &[(Urgent, true)],
        ),
        ("Do not wait to call 911.", &[(Emergency, true)]),
        ("You do not need to see a doctor.", &[]),
        ("Rest until you see your doctor.", &[]),
        (
            "Understanding when to seek professional care is essential.",
            &[],
        ),
        ("The pain starts immediately after the run.", &[]),
        ("Your doctor will call you.", &[]),
        ("When to get help after surgery", &[]),
        (
            "Get help right away if you have any of these after you leave the hospital:",
            &[(Emergency, false)],
        ),
        (
            "Get help right away if the nurse's dressing comes off.",
            &[(Emergency, false)],
        ),
        (
            "If you have a fever after surgery, call the surgery.",
            &[(Routine, true)],
        ),
        (
            "Call your doctor if the pain starts immediately after a meal.",
            &[(Routine, true)],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(&frames("en", text), expected, "{text}");
    }
}

#[test]
fn spanish_advice_has_its_level() {
    use Urgency::{Emergency, Routine, Soon, Urgent};
    let cases: &[(&str, &[Urgency])] = &[
        ("Busque atención médica de inmediato si:", &[Emergency]),
        (
            "Llame al 911 o vaya a la sala de emergencias si:",
            &[Emergency],
        ),
        (
            "Si el dolor no mejora al cabo de tres días, debe llamar a un profesional de la salud.",
            &[Routine],
        ),
        ("Llame a su médico el mismo día si:", &[Urgent]),
        ("Consulte a su médico si:", &[Routine]),
        ("Acuda al hospital en menos de 24 horas si:", &[Urgent]),
        (
            "Diríjase de inmediato a la sala de urgencias.",
            &[Emergency],
        ),
        ("Vaya a urgencias o llame al 112 si:", &[Emergency]),
        ("Pida cita con su médico de cabecera si:", &[Routine]),
        ("Pida una cita lo antes posible con su médico.", &[Soon]),
        ("Llame a su médico hoy mismo si:", &[Urgent]),
        (
            "Coméntelo con su médico en la próxima consulta.",
            &[Routine],
        ),
        ("Lleve al niño a urgencias sin esperar.", &[Emergency]),
        ("Marque el 911 si se desmaya.", &[Emergency]),
        (
            "Póngase en contacto con la clínica en un plazo de 24 horas.",
            &[Urgent],
        ),
        ("No necesita ver a un médico.", &[]),
        ("No es necesario ir a urgencias.", &[]),
        ("Antes de acudir a su médico, anote sus dudas.", &[]),
        ("Su médico le llamará.", &[]),
        ("Llámenos el mismo día si:", &[Urgent]),
        ("No nos llame.", &[]),
    ];
    for (text, expected) in cases {
        let levels: Vec<Urgency> = frames("es", text)
            .into_iter()
            .map(|(level, _)| level)
            .collect();
        assert_eq!(&levels, expected, "{text}");
    }
}
