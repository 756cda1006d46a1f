//! Units of measure, with what they measure and their size.

use super::QuantityKind;
use crate::lexicon::{WordTable, words};

macro_rules! units {
    ($($(#[$doc:meta])* $variant:ident = $kind:ident, $factor:expr, $base:literal: $($word:literal)|*;)*) => {
        /// The unit of a quantity.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Unit { $($(#[$doc])* $variant,)* }

        impl Unit {
            /// The unit that a folded word names.
            pub fn from_word(word: &str) -> Option<Self> {
                // Few words are units, and comparing with each takes long.
                let all: &WordTable = words![$($($word),*),*];
                if !all.has(word) {
                    return None;
                }
                match word {
                    $($($word)|* => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// What quantities of this unit measure.
            pub fn kind(self) -> QuantityKind {
                match self { $(Self::$variant => QuantityKind::$kind,)* }
            }

            /// How many of its base one of it is.
            pub fn factor(self) -> f64 {
                match self { $(Self::$variant => $factor,)* }
            }

            /// The base that values are kept in; only quantities with the same base can be compared.
            pub fn base(self) -> &'static str {
                match self { $(Self::$variant => $base,)* }
            }
        }
    };
}

units! {
    /// Nothing but the number.
    None = Count, 1.0, "": "\u{0}";
    /// Seconds.
    Second = Duration, 1.0 / 60.0, "min": "second" | "seconds" | "sec" | "secs" | "segundo" | "segundos";
    /// Minutes.
    Minute = Duration, 1.0, "min": "minute" | "minutes" | "min" | "mins" | "minuto" | "minutos";
    /// Hours.
    Hour = Duration, 60.0, "min": "hour" | "hours" | "hr" | "hrs" | "h" | "hora" | "horas";
    /// Days.
    Day = Duration, 1440.0, "min": "day" | "days" | "night" | "nights" | "d" | "dia" | "dias" | "noche" | "noches";
    /// Weeks.
    Week = Duration, 10_080.0, "min": "week" | "weeks" | "wk" | "wks" | "semana" | "semanas";
    /// Months of a twelfth of a year.
    Month = Duration, 43_830.0, "min": "month" | "months" | "mo" | "mes" | "meses";
    /// Years of 365.25 days.
    Year = Duration, 525_960.0, "min": "year" | "years" | "yr" | "yrs" | "ano" | "anos";
    /// Decades.
    Decade = Duration, 5_259_600.0, "min": "decade" | "decades";
    /// Times, of a frequency.
    Time = Frequency, 1.0, "times": "time" | "times" | "vez" | "veces";
    /// Per cent.
    Percent = Percentage, 0.01, "share": "percent" | "%";
    /// The whole of a ratio.
    Share = Ratio, 1.0, "share": "\u{1}";
    /// Degrees Celsius.
    Celsius = Temperature, 1.0, "C": "celsius" | "centigrade";
    /// Degrees Fahrenheit; values are kept in degrees Celsius.
    Fahrenheit = Temperature, 1.0, "C": "fahrenheit";
    /// Degrees of a temperature without a scale; values are kept as written.
    Degree = Temperature, 1.0, "degree": "\u{2}";
    /// Degrees of an angle.
    Angle = Other, 1.0, "angle": "degree" | "degrees";
    /// Nanograms.
    Nanogram = Dose, 1e-6, "mg": "ng" | "nanogram" | "nanograms";
    /// Micrograms.
    Microgram = Dose, 1e-3, "mg": "mcg" | "ug" | "µg" | "μg" | "microgram" | "micrograms" | "microgramo" | "microgramos";
    /// Milligrams.
    Milligram = Dose, 1.0, "mg": "mg" | "mgs" | "milligram" | "milligrams" | "miligramo" | "miligramos";
    /// Grams.
    Gram = Dose, 1e3, "mg": "g" | "gm" | "gram" | "grams" | "gramme" | "grammes" | "gramo" | "gramos";
    /// International or other units of a medicine.
    MedicineUnit = Dose, 1.0, "units": "iu" | "unit" | "units";
    /// Tablets, capsules and pills.
    Tablet = Dose, 1.0, "tablets": "tablet" | "tablets" | "pill" | "pills" | "capsule" | "capsules" | "caplet" | "caplets" | "comprimido" | "comprimidos" | "pastilla" | "pastillas" | "capsula" | "capsulas";
    /// Puffs of an inhaler.
    Puff = Dose, 1.0, "puffs": "puff" | "puffs";
    /// Drops.
    Drop = Dose, 1.0, "drops": "drops";
    /// Millilitres.
    Millilitre = Volume, 1.0, "ml": "ml" | "mls" | "cc" | "millilitre" | "millilitres" | "milliliter" | "milliliters" | "mililitro" | "mililitros";
    /// Litres.
    Litre = Volume, 1e3, "ml": "l" | "litre" | "litres" | "liter" | "liters" | "litro" | "litros";
    /// Teaspoons of 5 ml.
    Teaspoon = Volume, 5.0, "ml": "tsp" | "teaspoon" | "teaspoons" | "teaspoonful";
    /// Tablespoons of 15 ml.
    Tablespoon = Volume, 15.0, "ml": "tbsp" | "tablespoon" | "tablespoons" | "tablespoonful";
    /// US fluid ounces; ounces of weight are rare in health texts.
    Ounce = Other, 1.0, "ounce": "ounce" | "ounces" | "oz";
    /// Cups and glasses.
    Cup = Other, 1.0, "cup": "cup" | "cups" | "glass" | "glasses" | "vaso" | "vasos" | "taza" | "tazas";
    /// Millimetres.
    Millimetre = Length, 1e-3, "m": "mm" | "millimetre" | "millimetres" | "millimeter" | "millimeters";
    /// Centimetres.
    Centimetre = Length, 1e-2, "m": "cm" | "cms" | "centimetre" | "centimetres" | "centimeter" | "centimeters" | "centimetro" | "centimetros";
    /// Metres.
    Metre = Length, 1.0, "m": "m" | "metre" | "metres" | "meter" | "meters";
    /// Kilometres.
    Kilometre = Length, 1e3, "m": "km" | "kms" | "kilometre" | "kilometres" | "kilometer" | "kilometers";
    /// Inches.
    Inch = Length, 0.0254, "m": "inch" | "inches";
    /// Feet.
    Foot = Length, 0.3048, "m": "foot" | "feet" | "ft";
    /// Miles.
    Mile = Length, 1609.344, "m": "mile" | "miles";
    /// Kilograms.
    Kilogram = Weight, 1.0, "kg": "kg" | "kgs" | "kilo" | "kilos" | "kilogram" | "kilograms" | "kilogramo" | "kilogramos";
    /// Pounds of weight.
    Pound = Weight, 0.453_592, "kg": "lb" | "lbs" | "pound" | "pounds";
    /// Stone of 14 pounds.
    Stone = Weight, 6.350_29, "kg": "stone";
    /// Kilocalories.
    Calorie = Other, 1.0, "kcal": "kcal" | "calorie" | "calories" | "caloria" | "calorias";
    /// Millimoles, in a laboratory value.
    Millimole = Lab, 1.0, "mmol": "mmol";
    /// Millimetres of mercury.
    Mercury = Lab, 1.0, "mmHg": "mmhg";
    /// An amount of money in the currency before or after it.
    Money = Money, 1.0, "money": "dollars" | "dollar" | "euros" | "euro" | "pence" | "cents";
}

impl Unit {
    /// Whether it is a unit of time.
    pub fn is_time(self) -> bool {
        self.kind() == QuantityKind::Duration
    }

    /// Whether a medicine is measured in it, by mass, volume or in units.
    pub fn is_dose(self) -> bool {
        match self.kind() {
            QuantityKind::Dose => true,
            QuantityKind::Volume => !matches!(self, Self::Litre),
            _ => false,
        }
    }

    /// The value in the unit's base.
    pub(super) fn in_base(self, value: f64) -> f64 {
        match self {
            Self::Fahrenheit => (value - 32.0) / 1.8,
            _ => value * self.factor(),
        }
    }
}
