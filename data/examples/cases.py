# SPDX-License-Identifier: GPL-3.0-or-later
"""What is invented for each of the five cases, after what its template says."""

import datetime

from exchange import BUSINESSES, numbered

EVERY_WEEKDAY = range(5)
MORNING = ("08:00", "11:45")
AFTERNOON = ("13:00", "15:15")

SKILLED = "senior vocational diploma bachelor bachelor".split()


def rehabilitation_to_work(x):
    homes = ("32.17", "32.04", "32.73", "32.77", "32.11")
    cooking = ("Keselamatan dapur", "Bumbu dasar", "Masakan Nusantara", "Kue dan roti", "Katering")
    coffee = ("Mengenal kopi", "Alat seduh", "Espreso dan susu", "Pelayanan", "Mengelola kedai")
    employers = ("Katering Dapur Teduh", "Kedai Kopi Lereng", "Saung Asri", "Toko Roti Fajar")

    def score(_place):
        return x.invent.between(60, 96)

    def clients(cohort, n, stage, **fields):
        people = numbered(cohort.replace("C-", "T-"), n)
        kind = "post_rehabilitation_client"
        x.add_people(people, kind, homes, "sunda", (1978, 2004), "P-REHAB", women=0.25)
        return x.add_enrolments(people, stage, cohort, referrer="P-REHAB", **fields)

    def clash(day):
        """Once a month the afternoon's people come too early, to the teacher of the morning."""
        if day.weekday() == 2 and 8 <= day.day <= 14:
            return ("10:00", "12:15"), "I-RINA"
        return None

    owners = numbered("T-TKM", 20)
    x.add_people(owners, "tkm", homes, "sunda", (1972, 2001))
    x.add_group(1, owners[:10], "R-TKM", homes[0])
    x.add_group(2, owners[10:], "R-TKM", homes[1])
    done = x.add_enrolments(owners, "completed", "C-TKM-2025")
    topics = ("Evaluasi usaha", "Pemasaran", "Rencana tindak lanjut")
    x.add_attendance(x.add_sessions("C-TKM-2025", range(7), MORNING, "I-YUDHA", topics), done)

    done = clients(
        "C-2025-1",
        16,
        lambda place: "dropped" if place == 15 else "completed",
        referred_on="2025-09-22",
        test_score=score,
        interview_score=score,
        decided_on="2025-10-06",
        reason=lambda place: "Pindah ke luar provinsi." if place == 15 else None,
    )
    sessions = x.add_sessions("C-2025-1", EVERY_WEEKDAY, MORNING, "I-RINA", cooking)
    x.add_attendance(sessions, done)
    outcomes = ["employed"] * 8 + ["own_business"] * 4
    outcomes += ["further_training", "not_working", "not_reached"]
    for enrolment, outcome in zip(done, outcomes):
        employer = None
        if outcome == "employed":
            employer = x.invent.pick(employers)
        elif outcome == "own_business":
            employer = f"Usaha {x.invent.pick(BUSINESSES).lower()}"
        x.add_follow_up(enrolment, "2025-12-08", "2025-12-08", outcome, employer)
        x.add_follow_up(enrolment, "2026-11-09")

    done = clients(
        "C-2026-1",
        16,
        lambda place: "dropped" if place > 13 else "completed",
        test_score=score,
        interview_score=score,
        decided_on="2026-01-22",
    )
    sessions = x.add_sessions("C-2026-1", EVERY_WEEKDAY, AFTERNOON, "I-DADAN", coffee)
    x.add_attendance(sessions, done)
    for enrolment in done[:14]:
        x.add_follow_up(enrolment, "2027-03-15")

    selected = {"test_score": score, "interview_score": score, "decided_on": "2026-08-21"}
    clients("C-2026-2", 16, "in_training", **selected)
    clients("C-2026-3", 15, "in_training", **selected)
    clients("C-2027-1", 14, lambda place: "waiting" if place > 11 else "accepted", **selected)
    clients("C-2027-2", 9, "referred")
    for cohort in ("C-2026-2", "C-2027-1", "C-2027-3", "C-2027-5", "C-2027-7"):
        x.add_sessions(cohort, EVERY_WEEKDAY, MORNING, "I-RINA", cooking)
    for cohort in ("C-2026-3", "C-2027-2", "C-2027-4", "C-2027-6"):
        x.add_sessions(cohort, EVERY_WEEKDAY, AFTERNOON, "I-DADAN", coffee, exception=clash)


def city_office_and_training_centre(x):
    homes = ("63.72", "63.72", "63.03", "63.71", "63.01")
    client = "rehabilitation_client"
    recovered = "post_rehabilitation_client"
    topics = ("Keselamatan kerja", "Teori dasar", "Praktik", "Uji keterampilan")
    hours = ("08:30", "11:30")
    trained = (
        ("C-2016", "I-MOTOR", "2017-03-13", 0),
        ("C-2017", "I-LAS", "2017-10-23", 0),
        ("C-2018", "I-JAHIT", "2019-02-11", 0.75),
    )
    outcomes = (
        ("own_business", "Bengkel motor sendiri"),
        ("employed", "Bengkel Karya Sahabat"),
        ("own_business", "Tambal ban dan servis"),
        ("employed", "Dealer Martapura Motor"),
        ("own_business", "Las pagar dan kanopi"),
        ("own_business", "Las keliling"),
        ("employed", "Bengkel Las Sungai Ulin"),
        ("employed", "Konstruksi Banua Baja"),
        ("own_business", "Jahit rumahan"),
        ("own_business", "Permak pakaian"),
        ("employed", "Konveksi Intan Busana"),
        ("own_business", "Jahit sasirangan"),
    )

    def score(_place):
        return x.invent.between(68, 92)

    for place, (cohort, teacher, asked_on, women) in enumerate(trained):
        people = numbered(cohort.replace("C-", "T-"), 4)
        x.add_people(people, recovered, homes, "banjar", (1976, 1997), "P-BNNK", women=women)
        done = x.add_enrolments(people, "completed", cohort, referrer="P-BNNK", priority=True)
        x.add_attendance(x.add_sessions(cohort, (0,), hours, teacher, topics), done)
        for enrolment, outcome in zip(done, outcomes[4 * place :]):
            x.add_follow_up(enrolment, asked_on, asked_on, *outcome)

    people = numbered("T-2019", 36)
    x.add_people(people[:7], recovered, homes, "banjar", (1980, 1999), "P-BNNK", women=0)
    x.add_people(people[7:], client, homes, "banjar", (1975, 2003), "P-BNNK", women=0.2)
    x.add_enrolments(people, "accepted", programme="R-REHABILITASI")
    x.add_enrolments(people[:7], "accepted", programme="R-PASCA")
    done = x.add_enrolments(
        people[:3],
        "completed",
        "C-2019",
        referrer="P-BNNK",
        referred_on="2019-06-24",
        test_score=score,
        interview_score=score,
        priority=True,
        decided_on="2019-07-22",
        reason="Klien rujukan yang lulus seleksi mendapat prioritas.",
    )
    x.add_attendance(x.add_sessions("C-2019", (0, 2), hours, "I-PENDINGIN", topics), done)
    for enrolment, outcome in zip(
        done,
        (
            ("employed", "Servis AC Banua Sejuk"),
            ("own_business", "Servis kulkas keliling"),
            ("further_training", None),
        ),
    ):
        x.add_follow_up(enrolment, "2019-12-13", "2019-12-16", *outcome)


def prison_skills_training(x):
    wood = ("Keselamatan kerja", "Mengukur dan memotong", "Sambungan kayu", "Rakitan", "Pelapisan")
    motor = ("Keselamatan kerja", "Mesin", "Kelistrikan", "Rangka dan rem", "Servis berkala")
    food = ("Kebersihan dapur", "Bumbu dasar", "Lauk pauk", "Kue basah", "Menghitung biaya")
    trades = (
        ("KAYU", ("08:00", "10:15"), wood, 16, 0),
        ("MOTOR", ("08:30", "10:45"), motor, 16, 0),
        ("BOGA", ("13:00", "15:15"), food, 12, 0.8),
    )

    def inmates(cohort, n, stage, women, **fields):
        people = numbered(cohort.replace("C-", "T-"), n)
        said = {
            "homes": ("62.13", "62.13", "62.04", "63.09", "62.71"),
            "pool": "dayak",
            "born": (1975, 2005),
            "referrer": "P-RUTAN",
            "women": women,
        }
        x.add_people(people[: n // 4], "detainee", **said)
        x.add_people(people[n // 4 :], "convict", **said)
        return x.add_enrolments(people, stage, cohort, **fields)

    def trained(cohort, n, women, decided_on):
        return inmates(
            cohort,
            n,
            lambda place: "dropped" if place == 0 else "completed",
            women,
            decided_on=decided_on,
            reason=lambda place: "Dipindahkan ke lapas lain." if place == 0 else None,
        )

    for trade, hours, topics, seats, women in trades:
        teacher = f"I-{trade}"

        cohort = f"C-{trade}-2025"
        done = trained(cohort, seats, women, "2025-07-28")
        x.add_attendance(x.add_sessions(cohort, (1, 3), hours, teacher, topics), done)
        for enrolment, outcome, employer in (
            (done[1], "own_business", f"Usaha {topics[3].lower()}"),
            (done[4], "employed", "CV Karya Barito"),
            (done[7], "own_business", f"Usaha {topics[4].lower()}"),
            (done[9], "not_reached", None),
        ):
            x.add_follow_up(enrolment, "2025-11-10", "2025-11-12", outcome, employer)
            due_on = datetime.date(2026, 11, 12) + datetime.timedelta(x.invent.between(0, 50))
            x.add_follow_up(enrolment, due_on)

        cohort = f"C-{trade}-2026-1"
        done = trained(cohort, seats, women, "2026-01-26")
        x.add_attendance(x.add_sessions(cohort, (0, 2), hours, teacher, topics), done)
        for enrolment in done[4:8]:
            x.add_follow_up(enrolment, "2027-04-26")

        cohort = f"C-{trade}-2026-2"
        inmates(cohort, seats - 1, "in_training", women, decided_on="2026-08-24")
        x.add_sessions(cohort, EVERY_WEEKDAY, hours, teacher, topics)

        cohort = f"C-{trade}-2027-1"
        inmates(cohort, seats // 2, "accepted", women)
        x.add_sessions(cohort, EVERY_WEEKDAY, hours, teacher, topics)


def volunteers_who_mentor(x):
    topics = ("Motivasi", "Fasilitasi kelompok", "Mediasi", "Inovasi produk", "Pembukuan")
    # Two cohorts meet at each: its venue, and the names and homes of the people around it.
    places = (
        ("LEMBANG", "sunda", ("32.17", "32.04", "32.05", "36.04")),
        ("SEMARANG", "jawa", ("33.74", "33.22", "33.10", "34.02")),
        ("SURABAYA", "jawa", ("35.78", "35.15", "35.07", "35.73")),
        ("MEDAN", "sumatra", ("12.71", "12.07", "13.71", "14.01")),
        ("PALEMBANG", "sumatra", ("16.71", "18.71", "17.71", "15.71")),
        ("BANJARMASIN", "banjar", ("63.71", "63.72", "64.72", "62.71")),
        ("MAKASSAR", "sulawesi", ("73.71", "73.06", "72.71", "74.71")),
        ("JAYAPURA", "timur", ("91.71", "91.03", "92.02", "81.71")),
    )
    cohorts = []

    for number in range(16):
        venue, pool, homes = places[number // 2]
        cohort = x.add(
            "cohort",
            f"C-{number + 1:02}",
            name=f"TKS 2025 Angkatan {number + 1}",
            programme="R-TKS",
            course="K-TKS",
            agreement="A-2025",
            venue=f"V-{venue}",
            capacity=42,
            starts_on="2025-02-03",
            ends_on="2025-06-27",
        )
        people = numbered(f"TKS-{number + 1:02}", 42 - number % 2)
        x.add_people(people, "tks", homes, pool, (1980, 2003), schooling=SKILLED)
        x.add_enrolments(people, "completed", cohort)
        x.add_sessions(cohort, (number % 2,), ("08:30", "11:30"), f"I-{venue}", topics, every=4)
        cohorts.append((people, pool, homes))

    # The first volunteer of each cohort has two groups in their care, the second of some has one.
    for number in range(40):
        volunteers, pool, homes = cohorts[number % 16]
        home = homes[number // 16]
        members = numbered(f"TKM-{number + 1:02}", 9 + number % 3)
        x.add_people(members, "tkm", (home,), pool, (1968, 2003), women=0.6)
        x.add(
            "mentoring",
            f"B-{number + 1:02}",
            mentor=volunteers[number // 32],
            group=x.add_group(number + 1, members, "R-TKS", home),
            starts_on="2025-07-01",
            ends_on="2026-12-31",
            note="Pembukuan berjalan; label kemasan sedang dibuat." if number % 7 == 0 else None,
        )


def network_of_institutions(x):
    words = (
        "Cahaya Pulih,Rumah Bangkit,Tunas Asa,Karsa Sehat,Bina Harapan,Lentera Hidup,Jalan Pulang,"
        "Sahabat Pulih,Mitra Insani,Embun Pagi,Pelita Kasih,Tapak Baru,Graha Sadar,Sinar Teguh"
    ).split(",")
    # By the island that a region code begins with: the names there, and where companions meet.
    islands = {
        "1": ("sumatra", "INSYAF"),
        "2": ("sumatra", "INSYAF"),
        "31": ("sunda", "BAMBUAPUS"),
        "32": ("sunda", "GALIHPAKUAN"),
        "36": ("sunda", "BAMBUAPUS"),
        "3": ("jawa", "SATRIA"),
        "5": ("timur", "SATRIA"),
        "6": ("banjar", "BAMBUAPUS"),
        "7": ("sulawesi", "PANGURANGI"),
        "8": ("timur", "PANGURANGI"),
        "9": ("timur", "PANGURANGI"),
    }
    topics = ("Wajib lapor", "Asesmen", "Rencana terapi", "Konseling", "Bina lanjut", "Pelaporan")
    meetings = {}

    def add_companion(ident, region, referrer, cohort):
        pool, _ = island_of(region)
        x.add_people(
            [ident], "companion", (region,), pool, (1975, 1998), referrer, schooling=SKILLED
        )
        meetings.setdefault(cohort, []).append(ident)

    def island_of(region):
        return islands.get(region[:2]) or islands[region[0]]

    for number, region in enumerate(spread(x.invent.regions, 178)):
        institution = x.add(
            "partner",
            f"P-IPWL-{number + 1:03}",
            name=f"IPWL {words[number % len(words)]} {x.invent.regions.short_name(region)}",
            kind="rehabilitation",
            region=region,
        )
        _, centre = island_of(region)
        add_companion(f"T-IPWL-{number + 1:03}", region, institution, f"C-{centre}")

    for ident, partner in list(x.known.items()):
        for kind in ("PEMDA", "BRSKPN"):
            if ident.startswith(f"P-{kind}-"):
                add_companion(ident.replace("P-", "T-"), partner["region"], ident, f"C-{kind}")

    for cohort, people in meetings.items():
        done = x.add_enrolments(people, "completed", cohort)
        teacher = x.known[cohort]["venue"].replace("V-", "I-")
        x.add_attendance(x.add_sessions(cohort, EVERY_WEEKDAY, MORNING, teacher, topics), done)


def spread(regions, total):
    """Regencies at even distances over the 34 provinces that there were in 2020."""
    provinces = [code for code in regions.names if len(code) == 2 and not "93" <= code <= "96"]
    regencies = [regency for province in provinces for regency in regions.within(province)]
    return [regencies[place * len(regencies) // total] for place in range(total)]


ALL = {
    1: rehabilitation_to_work,
    2: city_office_and_training_centre,
    3: prison_skills_training,
    4: volunteers_who_mentor,
    5: network_of_institutions,
}
