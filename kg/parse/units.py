"""Units of money, measure and time as news writes them, and the one name that each has in an amount."""

from __future__ import annotations

CURRENCY_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CDN$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "NT$": "TWD",
    "S$": "SGD",
    "R$": "BRL",
}
"""A bare "$" is read as US dollars, as international news means it."""

CURRENCIES = {
    "USD": "(?:us|u\\.s\\.|american)? ?dollars?|usd",
    "AUD": "australian dollars?|aud",
    "CAD": "canadian dollars?|cad",
    "EUR": "euros?|eur",
    "GBP": "pounds? sterling|british pounds?|gbp",
    "JPY": "(?:japanese )?yen|jpy",
    "CNY": "(?:chinese )?yuan|renminbi|rmb|cny",
    "RUB": "(?:russian )?rou?bles?|rub",
    "INR": "(?:indian )?rupees?|inr",
    "CHF": "swiss francs?|chf",
    "UAH": "hryvnias?|hryvnya|uah",
    "KRW": "south korean won|krw",
    "SAR": "saudi riyals?",
    "AED": "dirhams?",
    "ILS": "shekels?",
    "TRY": "turkish liras?|liras?",
}
MEASURES = {
    "m³": "cubic (?:metre|meter)s?|cu m|m3|m³|cbm",
    "ft³": "cubic (?:feet|foot)",
    "km²": "square (?:kilometre|kilometer)s?|sq km|km2|km²",
    "mi²": "(?:square|sq) miles?",
    "m²": "square (?:metre|meter)s?|sq m|m2|m²",
    "ft²": "square (?:feet|foot)|sq ft",
    "km/h": "km/h|kmh|kph|(?:kilometre|kilometer)s? (?:per|an) hour",
    "mph": "mph|miles? (?:per|an) hour",
    "kWh": "kilowatt(?: |-)hours?|kwh",
    "MWh": "megawatt(?: |-)hours?|mwh",
    "GWh": "gigawatt(?: |-)hours?|gwh",
    "TWh": "terawatt(?: |-)hours?|twh",
    "kW": "kilowatts?|kw",
    "MW": "megawatts?|mw",
    "GW": "gigawatts?|gw",
    "km": "(?:kilometre|kilometer)s?|kms?",
    "cm": "(?:centimetre|centimeter)s?|cm",
    "mm": "(?:millimetre|millimeter)s?|mm",
    "m": "(?:metre|meter)s?",
    "nmi": "nautical miles?",
    "mi": "miles?",
    "ft": "feet|foot|ft",
    "in": "inch(?:es)?",
    "ha": "hectares?|ha",
    "acres": "acres?",
    "kg": "kilogram(?:me)?s?|kilos?|kg",
    "t": "(?:metric )?(?:tonnes?|tons?)",
    "g": "grams?",
    "oz": "ounces?",
    "barrels": "barrels?",
    "bushels": "bushels?",
    "gal": "gallons?",
    "L": "litres?|liters?",
    "°C": "degrees? (?:celsius|c)|°c",
    "°F": "degrees? (?:fahrenheit|f)|°f",
    "°": "degrees?",
    "kn": "knots?",
    "bp": "basis points?",
    "pp": "percentage points?",
    "%": "percent|per cent|pct|%",
}
ABBREVIATED = {"bcm": (1e9, "m³"), "mcm": (1e6, "m³"), "bpd": (1, "barrels/day"), "mtpa": (1e6, "t/year")}
"""Abbreviations that hold a scale or a period besides the unit."""

PERIODS = "second|minute|hour|day|week|month|quarter|year|barrel|tonne|ton|ounce|share|person|litre|gallon|kilogram"
"""What a rate may be for: times, and what is sold by the piece."""
ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
DURATIONS = "minute|hour|day|week|month|year|decade"

COUNTED = "people|men|women|children|police|personnel|staff|cattle|aircraft|sheep|dead"
"""Nouns that are plural without an "s"."""
NOT_COUNTED = frozenset(
    "news seconds minutes hours days weeks weekends months quarters years decades centuries times ago others sides "
    "halves hurdles this its his has was does says always perhaps towards across".split()
)
"""Counted as time, or no plural noun."""
BEFORE_LABEL = frozenset(
    "article section chapter channel group highway route room flight boeing airbus type phase level category class "
    "apollo number no page part act form grade stage round game level area gate pier zone division "
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec".split()
)
"""Words whose number is a name or a date ("Category 5 storms", "May 9 parades")."""
