# SPDX-License-Identifier: GPL-3.0-or-later
"""People who do not exist: names put together from lists, and numbers that belong to no one.

The same seed gives the same people with every Python: only random.random() is promised to stay.
"""

import csv
import datetime
import random

# Men, women, and the last names of both.
NAMES = {
    "sunda": (
        "Asep Cecep Dadang Dede Deden Encep Gilang Iwan Jajang Kosasih Maman Nandang Opik "
        "Rendi Sandi Tatang Ujang Wawan Yayan Yusup",
        "Ai Cucu Dewi Elis Euis Fitri Iis Imas Lilis Mimin Neneng Nina Nurul Pipit Rini Siti "
        "Teti Wida Yani Yuyun",
        "Adiwiguna Danuatmaja Gumilang Hermawan Kartapraja Komarudin Kurniadi Mulyana Nugraha "
        "Permana Purwasasmita Rukmana Saefudin Setiadi Sudrajat Suganda Wiganda Wirakusumah",
    ),
    "jawa": (
        "Agus Bagus Bambang Catur Danang Eko Fajar Galih Hadi Joko Kukuh Lilik Nanang "
        "Prasetyo Rudi Slamet Teguh Tri Wahyu Yoga",
        "Anis Ayu Dyah Endang Fitri Indah Lestari Maya Nanik Ningsih Purwanti Ratna Retno "
        "Rina Sari Sri Tutik Umi Wahyuni Yuli",
        "Adinugroho Budiarto Cahyono Handoko Haryanto Iswanto Kuncoro Mangunjaya Nugroho "
        "Pambudi Prakosa Rumekso Santosa Sasmito Sucipto Tirtonadi Wicaksono Wiryawan Yuwono",
    ),
    "banjar": (
        "Ahmad Aidil Akhmad Bahrudin Fahmi Gazali Hairul Hasbi Ilham Jailani Khairil Mahyudin "
        "Noor Rahmadi Rusdi Sarkani Syahrani Taufik Yamani Zaini",
        "Aminah Dahlia Fatimah Halimah Hamidah Hasanah Jamilah Khairunnisa Lamsiah Mahrita "
        "Masliani Noorhayati Norjanah Rahmah Raudah Rusmini Salasiah Siti Yulita Zahrah",
        "Abdillah Anshari Arsyad Azhari Effendi Fahriadi Fansuri Hamdani Hidayat Ilmi Maulana "
        "Mukhlis Rahman Ramadhan Ridwan Salman Syarwani Yusran",
    ),
    "dayak": (
        "Agau Andreas Bambang Deni Edi Ferdi Giring Hendra Ikat Jefri Kristian Lukas Markus "
        "Niko Petrus Rano Salundik Teras Winda Yandi",
        "Agnes Bunga Dayang Elsi Erni Fransiska Henny Ida Kristina Lina Marlina Nely Nopi "
        "Oktavia Rusi Serli Tati Veronika Wati Yulia",
        "Awat Binti Djangga Garang Jaga Kalawa Lambung Mangku Ngabut Nyaring Pahan Rangka "
        "Sawang Simpei Tundan Uda Ugang Wangko",
    ),
    "sumatra": (
        "Adrian Benny Chandra Darwin Effendi Ferry Hamdan Hotman Irwan Jonni Lamhot Mulyadi "
        "Nasrul Parlin Ramli Riko Sabar Togar Yusrizal Zulkifli",
        "Asni Desi Elvina Erlina Farida Hotnida Ida Juliana Lasma Marlina Nurhaida Nurlela "
        "Rosmala Rotua Santi Tiur Ulfa Wirda Yenni Zuraida",
        "Batubara Chaniago Daulay Gultom Harahap Hutabarat Koto Lubis Manurung Nasution "
        "Pasaribu Rambe Ritonga Sikumbang Silalahi Siregar Tanjung Ujung",
    ),
    "sulawesi": (
        "Abdul Amran Andi Arfan Baso Daeng Erwin Firman Hasan Irfan Jamal Kamaruddin Mansyur "
        "Muhlis Nasir Rahmat Ruslan Sudirman Syamsul Takdir",
        "Andini Asriani Besse Darmawati Fatmawati Hasna Hasriani Hikmah Irmawati Jumriani "
        "Kasma Masita Murni Nurbaya Rahmawati Rosdiana Sahara Suriani Syamsiah Ulfiani",
        "Alamsyah Baharuddin Bakri Galigo Hamzah Jafar Kadir Lamakkaraka Makmur Mappasessu "
        "Mustari Pabeta Patiroi Rasyid Saleh Sanusi Tahir Wahid",
    ),
    "timur": (
        "Abraham Aloysius Benyamin Damianus Dominggus Elias Frans Gerson Hengki Izak Jonas "
        "Karel Lambert Melianus Nataniel Obet Paulus Ruben Simon Yohanes",
        "Agustina Bertha Dorkas Elisabet Fransina Grace Helena Ivonne Juliana Kornelia Lidia "
        "Marice Naomi Olivia Petronela Rahel Selfina Theresia Wilhelmina Yosefina",
        "Ayomi Bonsapia Dimara Fonataba Hamadi Imbiri Kambu Koibur Mandosir Mayor Mofu "
        "Numberi Rumbiak Sawaki Suebu Wanma Wopari Yoku",
    ),
}

STREETS = (
    "Anggrek Bakti Cempaka Dahlia Flamboyan Kenanga Mawar Melati Merpati Nuri Pelita Rajawali "
    "Sejahtera Teratai Veteran"
).split()

SCHOOLING = "primary junior junior senior senior senior vocational vocational".split()


class Regions:
    def __init__(self, path):
        with open(path, newline="", encoding="utf-8") as lines:
            self.names = {row["code"]: row["name"] for row in csv.DictReader(lines)}

    def within(self, code):
        """The codes one level below code, in order; a code of four levels has none."""
        length = len(code) + 3
        return [c for c in self.names if len(c) == length and c.startswith(code + ".")]

    def short_name(self, code):
        name = self.names[code]
        for kind in ("Kabupaten ", "Kota Administrasi ", "Kota ", "Daerah Khusus Ibukota "):
            name = name.removeprefix(kind)
        return name


class People:
    """Invents people for one case; serial tells its numbers from those of the other cases."""

    def __init__(self, serial, regions):
        self.random = random.Random(f"selaras {serial}").random
        self.serial = serial
        self.regions = regions
        self.names = set()
        self.numbers = set()

    def chance(self, share):
        return self.random() < share

    def between(self, least, most):
        return least + int(self.random() * (most - least + 1))

    def pick(self, choices):
        return choices[int(self.random() * len(choices))]

    def day(self, first, last):
        return datetime.date.fromordinal(self.between(first.toordinal(), last.toordinal()))

    def name(self, pool, is_female):
        men, women, last = (names.split() for names in NAMES[pool])
        while True:
            name = f"{self.pick(women if is_female else men)} {self.pick(last)}"
            if name not in self.names:
                self.names.add(name)
                return name

    def nik(self, district, birth_date, is_female):
        """Well-formed, but ending in 99xx: no office gets to that many births in a day."""
        day = birth_date.day + (40 if is_female else 0)
        for last in range(1, 10):
            nik = f"{district.replace('.', '')}{day:02}{birth_date:%m%y}99{self.serial}{last}"
            if nik not in self.numbers:
                self.numbers.add(nik)
                return nik
        raise ValueError(f"{district}: too many people born on {birth_date}")

    def person(self, kind, homes, pool, born, women=0.5, schooling=SCHOOLING):
        """The fields of a participant, as text, in the order of the format."""
        is_female = self.chance(women)
        district = self.pick(self.regions.within(self.pick(homes)))
        birth_date = self.day(datetime.date(born[0], 1, 1), datetime.date(born[1], 12, 31))
        return {
            "nik": self.nik(district, birth_date, is_female),
            "name": self.name(pool, is_female),
            "sex": "female" if is_female else "male",
            "birth_date": birth_date,
            "birth_place": self.regions.short_name(district[:5]),
            "region": district,
            "address": f"Jalan {self.pick(STREETS)} Nomor {self.between(1, 120)}, "
            f"RT {self.between(1, 9):02} RW {self.between(1, 6):02}",
            "phone": f"0800-0000-{self.serial}{self.between(0, 999):03}",
            "education": self.pick(schooling),
            "kind": kind,
        }
