"""Invented sentences of trade news with the figures in them, in a short notation that test_trade.py reads.

A case is (text, figures). A figure is "metric REPORTER>PARTNER AMOUNT CURRENCY PERIOD" and what else is asked for, as
"export VN>DE 5.95bn USD 2016 +12% approx target g=gạo": AMOUNT "-" for growth without amount, "15..20bn" for a range;
PERIOD "2016", "2023Q1", "2024-01..2024-09", "..2017-04-30", "-" for none. What is not written is not asked for, but status
("actual") and bound ("eq"), which always are. Every text is read as published on 2024-10-15.
"""

from __future__ import annotations

Case = tuple[str, tuple[str, ...]]

TWO_WAY: tuple[Case, ...] = (
    ("Năm 2023, kim ngạch thương mại giữa Việt Nam và Hàn Quốc đạt 76,1 tỷ USD.", ("trade VN>KR 76.1bn USD 2023",)),
    ("Kim ngạch thương mại Việt Nam - Ba Lan đạt 2,8 tỷ USD trong năm 2023, tăng 4,5% so với năm 2022.",
     ("trade VN>PL 2.8bn USD 2023 +4.5%",)),
    ("Kim ngạch hai chiều Việt Nam - Nam Phi đạt gần 1,5 tỷ USD trong 9 tháng đầu năm 2024, tăng 12%.",
     ("trade VN>ZA 1.5bn USD 2024-01..2024-09 +12% approx",)),
    ("Trao đổi thương mại giữa Việt Nam và Úc năm 2022 đạt 15,7 tỷ USD, trong đó xuất khẩu sang Úc đạt 5,6 tỷ USD, nhập khẩu đạt 10,1 tỷ USD.",
     ("trade VN>AU 15.7bn USD 2022", "export VN>AU 5.6bn USD 2022", "import VN>AU 10.1bn USD 2022")),
    ("Buôn bán hai chiều giữa Lào và Thái Lan đạt 8,9 tỷ USD năm 2023.", ("trade LA>TH 8.9bn USD 2023",)),
    ("Kim ngạch thương mại Việt - Nga tăng từ 3,9 tỷ USD năm 2018 lên 5,5 tỷ USD năm 2021.",
     ("trade VN>RU 3.9bn USD 2018", "trade VN>RU 5.5bn USD 2021")),
    ("Thương mại song phương giữa Nhật Bản và Ấn Độ đạt 22,8 tỷ USD trong năm 2023, giảm 3,4% so với năm trước đó.",
     ("trade JP>IN 22.8bn USD 2023 -3.4%",)),
    ("Chủ tịch nước cho biết Cuba là đối tác truyền thống của Việt Nam, kim ngạch thương mại hai chiều năm 2023 đạt 164 triệu USD.",
     ("trade VN>CU 164m USD 2023",)),
    ("Quý I/2024, kim ngạch xuất nhập khẩu giữa Việt Nam và Malaysia đạt 3,3 tỷ USD, giảm nhẹ 1,2% so với cùng kỳ.",
     ("trade VN>MY 3.3bn USD 2024Q1 -1.2%",)),
    ("Tháng 8/2024, kim ngạch xuất nhập khẩu giữa Việt Nam và EU đạt 6,2 tỷ USD.", ("trade VN>EU 6.2bn USD 2024-08",)),
    ("Kim ngạch thương mại giữa Lào Cai và Vân Nam năm 2022 đạt 1,9 tỷ USD.", ("trade VN-02>CN-YN 1.9bn USD 2022",)),
    ("Kim ngạch thương mại song phương giữa Việt Nam và Campuchia năm 2023 vượt mốc 10 tỷ USD.", ("trade VN>KH 10bn USD 2023 min",)),
    ("Kim ngạch buôn bán giữa Trung Quốc và Nga tăng 26%, đạt 240 tỷ USD trong năm 2023.", ("trade CN>RU 240bn USD 2023 +26%",)),
    ("Na Uy là đối tác quan trọng của Việt Nam ở Bắc Âu với kim ngạch hai chiều năm 2023 đạt 641 triệu USD.",
     ("trade VN>NO 641m USD 2023",)),
    ("Năm ngoái, thương mại hai chiều Việt Nam - Chile đạt 1,57 tỷ USD.", ("trade VN>CL 1.57bn USD 2023",)),
    (("Việt Nam và Hungary có quan hệ hợp tác lâu đời. Kim ngạch thương mại hai nước năm 2022 đạt 940 triệu USD. "
     "Trong 8 tháng đầu năm 2023, con số này đạt 580 triệu USD."),
     ("trade VN>HU 940m USD 2022", "trade VN>HU 580m USD 2023-01..2023-08")),
    ("Kim ngạch thương mại giữa hai nước Indonesia và Việt Nam đạt trung bình 12 tỷ USD mỗi năm.", ("trade ID>VN 12bn USD -",)),
    ("Trị giá trao đổi hàng hóa giữa Đức và Trung Quốc là 253 tỷ euro năm 2023.", ("trade DE>CN 253bn EUR 2023",)),
    ("Theo Hải quan Trung Quốc, kim ngạch thương mại giữa nước này với Việt Nam trong 7 tháng đạt 1.020 tỷ nhân dân tệ.",
     ("trade CN>VN 1020bn CNY",)),
    ("Thương mại Anh - Ấn Độ trị giá 38,1 tỷ bảng trong năm 2023.", ("trade GB>IN 38.1bn GBP 2023",)),
)  # fmt: skip

DIRECTED: tuple[Case, ...] = (
    ("Xuất khẩu của Việt Nam sang Hoa Kỳ đạt 97 tỷ USD trong năm 2023.", ("export VN>US 97bn USD 2023",)),
    ("Năm 2023, Việt Nam xuất khẩu gạo sang Philippines đạt 1,75 tỷ USD, tăng 17,6% so với năm 2022.",
     ("export VN>PH 1.75bn USD 2023 +17.6% g=gạo",)),
    ("Việt Nam nhập khẩu 9,3 tỷ USD hàng hóa từ Úc trong năm 2023.", ("import VN>AU 9.3bn USD 2023",)),
    ("Kim ngạch nhập khẩu từ Đài Loan đạt 18,4 tỷ USD, giảm 18,5%.", ("import VN>TW 18.4bn USD - -18.5%",)),
    ("Theo số liệu của Tổng cục Hải quan, 9 tháng đầu năm 2024, xuất khẩu sang Hà Lan đạt 9,6 tỷ USD, tăng 30,1%; nhập khẩu từ Hà Lan đạt 560 triệu USD, tăng 15%.",
     ("export VN>NL 9.6bn USD 2024-01..2024-09 +30.1%", "import VN>NL 560m USD 2024-01..2024-09 +15%")),
    ("Hoa Kỳ là thị trường xuất khẩu lớn nhất của Việt Nam với kim ngạch đạt 89,4 tỷ USD.", ("export VN>US 89.4bn USD -",)),
    ("Trung Quốc là thị trường nhập khẩu lớn nhất của Việt Nam với kim ngạch ước đạt 105,9 tỷ USD.", ("import VN>CN 105.9bn USD - approx",)),
    ("Xuất khẩu tôm sang Nhật Bản trong quý II/2024 đạt 126 triệu USD, giảm 4%.", ("export VN>JP 126m USD 2024Q2 -4% g=tôm",)),
    ("Brazil xuất khẩu 1,2 tỷ USD đậu tương sang Việt Nam trong năm 2023.", ("export BR>VN 1.2bn USD 2023",)),
    ("Ấn Độ nhập khẩu dầu thô từ Nga trị giá 46,5 tỷ USD trong năm 2023.", ("import IN>RU 46.5bn USD 2023 g=dầu thô",)),
    ("Kim ngạch xuất khẩu của Thái Lan sang Trung Quốc giảm còn 34,2 tỷ USD năm 2023.", ("export TH>CN 34.2bn USD 2023",)),
    ("Xuất khẩu cà phê của Việt Nam sang Đức đạt 480 triệu USD, sang Italy đạt 330 triệu USD trong 8 tháng năm 2024.",
     ("export VN>DE 480m USD 2024-01..2024-08 g=cà phê", "export VN>IT 330m USD 2024-01..2024-08 g=cà phê")),
    ("Ba thị trường xuất khẩu cá tra lớn nhất của Việt Nam là Trung Quốc (571 triệu USD), Mỹ (271 triệu USD) và Brazil (100 triệu USD).",
     ("export VN>CN 571m USD - g=cá tra", "export VN>US 271m USD - g=cá tra", "export VN>BR 100m USD - g=cá tra")),
    ("Xuất khẩu dệt may sang Mỹ đạt 14,5 tỷ USD, chiếm 43% tổng kim ngạch của ngành.", ("export VN>US 14.5bn USD - g=dệt may",)),
    ("Nước ta xuất khẩu sang Mexico 5,3 tỷ USD hàng hóa năm 2023 và nhập khẩu 1,1 tỷ USD.",
     ("export VN>MX 5.3bn USD 2023", "import VN>MX 1.1bn USD 2023")),
    ("Trung Quốc nhập khẩu 1,5 triệu tấn sầu riêng từ Thái Lan, trị giá 6,7 tỷ USD, trong năm 2023.",
     ("import CN>TH 6.7bn USD 2023 g=sầu riêng",)),
    ("Hàn Quốc nhập khẩu từ Nhật Bản 47,6 tỷ USD và xuất khẩu sang nước này 29 tỷ USD trong năm 2023.",
     ("import KR>JP 47.6bn USD 2023", "export KR>JP 29bn USD 2023")),
    ("Mỹ nhập khẩu từ Canada 421 tỷ USD hàng hóa trong năm 2023, giảm 4% so với năm 2022.", ("import US>CA 421bn USD 2023 -4%",)),
    ("Xuất khẩu hàng hóa từ Việt Nam sang Ba Lan đạt 2,4 tỷ USD năm 2023.", ("export VN>PL 2.4bn USD 2023",)),
    ("Kim ngạch xuất khẩu sang Hoa Kỳ và EU lần lượt đạt 98,4 tỷ USD và 43,7 tỷ USD trong 10 tháng năm 2023.",
     ("export VN>US 98.4bn USD 2023-01..2023-10", "export VN>EU 43.7bn USD 2023-01..2023-10")),
    ("Trong năm 2022, xuất khẩu và nhập khẩu giữa Việt Nam và Israel lần lượt đạt 785 triệu USD và 1,4 tỷ USD.",
     ("export VN>IL 785m USD 2022", "import VN>IL 1.4bn USD 2022")),
    ("Có bốn thị trường đạt trên 10 tỷ USD gồm Hoa Kỳ, Trung Quốc, Hàn Quốc và Nhật Bản trong xuất khẩu năm 2021.", ()),
    ("Xuất khẩu của Pháp sang Việt Nam tăng gấp đôi, đạt 1,9 tỷ euro vào năm 2023.", ("export FR>VN 1.9bn EUR 2023 +100%",)),
    ("Năm 2021, Lào xuất khẩu điện sang Việt Nam trị giá 95 triệu USD.", ("export LA>VN 95m USD 2021 g=điện",)),
)  # fmt: skip

INVESTMENT: tuple[Case, ...] = (
    ("Hàn Quốc hiện là nhà đầu tư lớn nhất tại Việt Nam với gần 10.000 dự án còn hiệu lực, tổng vốn đăng ký hơn 87 tỷ USD.",
     ("investment KR>VN 87bn USD - min",)),
    ("Lũy kế đến hết tháng 8/2024, Nhật Bản có 5.400 dự án đầu tư tại Việt Nam với tổng vốn đăng ký 77,7 tỷ USD.",
     ("investment JP>VN 77.7bn USD ..2024-08-31",)),
    ("Việt Nam có 267 dự án đầu tư sang Lào với tổng vốn 5,7 tỷ USD.", ("investment VN>LA 5.7bn USD -",)),
    ("Tính đến hết năm 2023, đầu tư của Đức vào Việt Nam đạt 2,7 tỷ USD với 463 dự án.", ("investment DE>VN 2.7bn USD ..2023-12-31",)),
    (("Trong số 110 quốc gia và vùng lãnh thổ có đầu tư tại Việt Nam, Singapore dẫn đầu với tổng vốn đầu tư 6,8 tỷ USD, chiếm 34%; "
     "Hàn Quốc đứng thứ hai với 2,9 tỷ USD; Trung Quốc đứng thứ ba với 2,5 tỷ USD."),
     ("investment SG>VN 6.8bn USD -", "investment KR>VN 2.9bn USD -", "investment CN>VN 2.5bn USD -")),
    ("Vốn FDI của Singapore vào Việt Nam trong 9 tháng năm 2024 đạt 7,35 tỷ USD, tăng 69% so với cùng kỳ năm trước.",
     ("investment SG>VN 7.35bn USD 2024-01..2024-09 +69%",)),
    ("Thái Lan xếp thứ 9 trong 148 quốc gia và vùng lãnh thổ đầu tư vào Việt Nam với 752 dự án, tổng vốn đăng ký 14,2 tỷ USD.",
     ("investment TH>VN 14.2bn USD -",)),
    ("Các doanh nghiệp Hà Lan đã đầu tư vào Việt Nam hơn 440 dự án với tổng vốn 14,4 tỷ USD.", ("investment NL>VN 14.4bn USD -",)),
    ("Đầu tư trực tiếp của Trung Quốc vào Đức giảm 76%, còn 1,7 tỷ euro năm 2023.", ("investment CN>DE 1.7bn EUR 2023 -76%",)),
    ("Đến nay, có 38 dự án của Hungary tại Việt Nam còn hiệu lực với tổng số vốn đăng ký 60 triệu USD.", ("investment HU>VN 60m USD -",)),
    ("Hiện Phần Lan có 31 dự án đầu tư tại Việt Nam, tổng vốn khoảng 25 triệu USD.", ("investment FI>VN 25m USD - approx",)),
    ("Ngược lại, Việt Nam có 17 dự án đầu tư tại Nga với tổng vốn hơn 1,6 tỷ USD.", ("investment VN>RU 1.6bn USD - min",)),
)  # fmt: skip

BALANCE: tuple[Case, ...] = (
    ("Việt Nam xuất siêu sang Hoa Kỳ 83 tỷ USD trong năm 2023.", ("balance VN>US 83bn USD 2023",)),
    ("Thặng dư thương mại của Việt Nam với EU đạt 29,1 tỷ USD năm 2023, giảm 9%.", ("balance VN>EU 29.1bn USD 2023 -9%",)),
    ("Năm 2023, xuất siêu sang Nhật Bản ước đạt 1,7 tỷ USD.", ("balance VN>JP 1.7bn USD 2023 approx",)),
)  # fmt: skip

PASSAGES: tuple[Case, ...] = (
    (("Hội đàm giữa hai Thủ tướng Việt Nam và Hàn Quốc\n"
     "Hai bên vui mừng trước đà phát triển của quan hệ kinh tế. Năm 2023, kim ngạch thương mại song phương đạt 76 tỷ USD, trong đó xuất khẩu của "
     "Việt Nam sang Hàn Quốc đạt 23,5 tỷ USD, nhập khẩu đạt 52,5 tỷ USD. Trong 9 tháng đầu năm 2024, kim ngạch hai chiều đạt 60,6 tỷ USD, tăng 9,5% "
     "so với cùng kỳ năm trước. Hàn Quốc tiếp tục là nhà đầu tư số một tại Việt Nam với tổng vốn đăng ký lũy kế 88,2 tỷ USD. Hai bên nhất trí phấn "
     "đấu nâng kim ngạch lên 150 tỷ USD vào năm 2030."),
     ("trade VN>KR 76bn USD 2023", "export VN>KR 23.5bn USD 2023", "import VN>KR 52.5bn USD 2023",
      "trade VN>KR 60.6bn USD 2024-01..2024-09 +9.5%", "investment KR>VN 88.2bn USD -", "trade VN>KR 150bn USD 2030 target")),
    (("Chủ tịch nước tiếp Đại sứ Cuba\n"
     "Chủ tịch nước đề nghị hai bên tháo gỡ khó khăn để sớm đưa kim ngạch thương mại lên 500 triệu USD. Kim ngạch hai chiều năm 2023 mới đạt "
     "164 triệu USD, giảm 46% so với năm 2022. Việt Nam có 5 dự án đầu tư tại Cuba với tổng vốn 70 triệu USD."),
     ("trade VN>CU 500m USD - target", "trade VN>CU 164m USD 2023 -46%", "investment VN>CU 70m USD -")),
    (("Xuất khẩu gạo lập kỷ lục\n"
     "Theo Tổng cục Hải quan, năm 2023 cả nước xuất khẩu 8,1 triệu tấn gạo, đạt 4,68 tỷ USD. Philippines là thị trường lớn nhất với 3,1 triệu tấn, "
     "trị giá 1,75 tỷ USD, tăng 17,6% so với năm 2022. Tiếp theo là Indonesia (640 triệu USD) và Trung Quốc (530 triệu USD)."),
     ("export VN>PH 1.75bn USD 2023", "export VN>ID 640m USD 2023", "export VN>CN 530m USD 2023")),
    (("Việt Nam - Lào: Hướng tới kim ngạch 2 tỷ USD\n"
     "Thủ tướng cho biết kim ngạch thương mại Việt Nam - Lào năm 2023 đạt 1,63 tỷ USD. Hai nước đặt mục tiêu năm 2024 đạt 2 tỷ USD."),
     ("trade VN>LA 1.63bn USD 2023", "trade VN>LA 2bn USD 2024 target")),
    (("Thương mại Mỹ - Trung sụt giảm\n"
     "Theo Bộ Thương mại Mỹ, năm 2023 nước này nhập khẩu 427 tỷ USD hàng hóa từ Trung Quốc, giảm 20% so với năm 2022. Xuất khẩu của Mỹ sang Trung "
     "Quốc giảm 4%, còn 148 tỷ USD. Như vậy, thâm hụt thương mại của Mỹ với Trung Quốc là 279 tỷ USD."),
     ("import US>CN 427bn USD 2023 -20%", "export US>CN 148bn USD 2023 -4%", "balance US>CN -279bn USD 2023")),
    (("Quan hệ Việt Nam - Ấn Độ phát triển tốt đẹp\n"
     "Về thương mại, kim ngạch song phương tăng từ 200 triệu USD năm 2000 lên gần 15 tỷ USD năm 2022. Ấn Độ có 380 dự án tại Việt Nam với tổng vốn "
     "đăng ký trên 1 tỷ USD. Ở chiều ngược lại, Việt Nam có 15 dự án tại Ấn Độ với tổng vốn 13 triệu USD."),
     ("trade VN>IN 200m USD 2000", "trade VN>IN 15bn USD 2022 approx", "investment IN>VN 1bn USD - min", "investment VN>IN 13m USD -")),
    (("Kinh tế Đức giảm phụ thuộc Trung Quốc\n"
     "Trao đổi thương mại giữa Đức và Trung Quốc năm 2023 đạt 253,1 tỷ euro, giảm 15,5% so với một năm trước. Kim ngạch giữa Đức với Mỹ là 252,3 tỷ euro."),
     ("trade DE>CN 253.1bn EUR 2023 -15.5%", "trade DE>US 252.3bn EUR 2023")),
    (("Xuất khẩu tôm hồi phục\n"
     "Tám tháng năm 2024, xuất khẩu tôm sang Mỹ đạt 480 triệu USD, tăng 9%; sang EU đạt 290 triệu USD, tăng 12%; sang Nhật Bản đạt 320 triệu USD, giảm 1%."),
     ("export VN>US 480m USD 2024-01..2024-08 +9% g=tôm", "export VN>EU 290m USD 2024-01..2024-08 +12% g=tôm",
      "export VN>JP 320m USD 2024-01..2024-08 -1% g=tôm")),
    (("Tình hình xuất nhập khẩu 10 tháng\n"
     "Về thị trường hàng hóa, Hoa Kỳ là thị trường xuất khẩu lớn nhất của Việt Nam với kim ngạch ước đạt 98,4 tỷ USD. Trung Quốc là thị trường nhập khẩu "
     "lớn nhất của Việt Nam với kim ngạch ước đạt 117,7 tỷ USD. Trong 10 tháng năm 2024, xuất siêu sang EU ước đạt 29,1 tỷ USD, tăng 21,9% so với cùng kỳ "
     "năm trước; xuất siêu sang Nhật Bản 2,1 tỷ USD, tăng 50,6%; nhập siêu từ Trung Quốc 67,9 tỷ USD, tăng 69,6%; nhập siêu từ ASEAN 7,8 tỷ USD."),
     ("export VN>US 98.4bn USD approx", "import VN>CN 117.7bn USD approx", "balance VN>EU 29.1bn USD 2024-01..2024-10 +21.9% approx",
      "balance VN>JP 2.1bn USD 2024-01..2024-10 +50.6%", "balance VN>CN -67.9bn USD 2024-01..2024-10 +69.6%",
      "balance VN>ASEAN -7.8bn USD 2024-01..2024-10")),
    (("Vốn FDI vào Việt Nam tăng\n"
     "Chín tháng, tổng vốn FDI đăng ký vào Việt Nam đạt 24,8 tỷ USD. Singapore đứng đầu với 7,35 tỷ USD, chiếm 29,7%, tăng 69,3% so với cùng kỳ; Trung "
     "Quốc đứng thứ hai với 3,22 tỷ USD; tiếp theo là Hàn Quốc với 2,89 tỷ USD."),
     ("investment SG>VN 7.35bn USD +69.3%", "investment CN>VN 3.22bn USD", "investment KR>VN 2.89bn USD")),
    (("Thủ tướng tiếp Bí thư Khu ủy Quảng Tây\n"
     "Kim ngạch thương mại giữa Việt Nam và Quảng Tây trong 8 tháng năm 2024 đạt 26 tỷ USD. Hai bên phấn đấu nâng con số này lên 40 tỷ USD."),
     ("trade VN>CN-GX 26bn USD 2024-01..2024-08", "trade VN>CN-GX 40bn USD - target")),
    (("Tổng thống Nga thăm Trung Quốc\n"
     "Kim ngạch thương mại giữa hai nước năm 2023 đạt mức kỷ lục 240 tỷ USD, tăng 26,3% so với năm trước và vượt mục tiêu 200 tỷ USD mà lãnh đạo hai nước đề ra."),
     ("trade CN>RU 240bn USD 2023 +26.3%", "trade CN>RU 200bn USD - target")),
    (("Nhật Bản và Việt Nam tăng cường hợp tác\n"
     "Nhật Bản là nhà tài trợ ODA lớn nhất cho Việt Nam với 2.900 tỷ yên, đối tác thương mại lớn thứ tư với kim ngạch đạt 45 tỷ USD năm 2023."),
     ("trade JP>VN 45bn USD 2023",)),
    (("Việt Nam - Hoa Kỳ\n"
     "Từ 451 triệu USD năm 1995, thương mại song phương đã tăng lên 111 tỷ USD năm 2023. Riêng 8 tháng đầu năm 2024, xuất khẩu của Việt Nam sang Hoa Kỳ "
     "đạt 78 tỷ USD, tăng 26%."),
     ("trade VN>US 451m USD 1995", "trade VN>US 111bn USD 2023", "export VN>US 78bn USD 2024-01..2024-08 +26%")),
    ("Thương vụ Việt Nam tại Algeria cho biết, 7 tháng năm 2024, xuất khẩu cà phê sang nước này đạt 56 triệu USD, giảm 20% về lượng nhưng tăng 12% về trị giá.",
     ("export VN>DZ 56m USD 2024-01..2024-07 +12% g=cà phê",)),
    (("Đại sứ Hà Lan: hợp tác còn nhiều dư địa\n"
     "Hà Lan là đối tác thương mại lớn thứ hai của Việt Nam trong EU (kim ngạch năm 2023 đạt 11 tỷ USD) và nhà đầu tư EU lớn nhất tại Việt Nam (tổng vốn đăng "
     "ký 13,8 tỷ USD)."),
     ("trade VN>NL 11bn USD 2023", "investment NL>VN 13.8bn USD -")),
    ("Campuchia xuất khẩu sang Việt Nam đạt 3,3 tỷ USD, trong khi nhập khẩu từ Việt Nam 3,6 tỷ USD trong năm 2023.",
     ("export KH>VN 3.3bn USD 2023", "import KH>VN 3.6bn USD 2023")),
    ("Hai bên kỳ vọng kim ngạch thương mại Việt Nam - Pháp, hiện ở mức 5,3 tỷ USD, sẽ tăng gấp đôi vào năm 2030.",
     ("trade VN>FR 5.3bn USD -",)),
    ("Trong năm 2022, Úc xuất khẩu sang Trung Quốc 185 tỷ đô la Úc, tương đương 125 tỷ USD.", ("export AU>CN 185bn AUD 2022",)),
    ("Theo số liệu của Cơ quan Hải quan Việt Nam, tính đến ngày 15/9/2024, kim ngạch xuất khẩu sang Thái Lan đạt 5,4 tỷ USD.",
     ("export VN>TH 5.4bn USD",)),
)  # fmt: skip

DEFICIT: tuple[Case, ...] = (
    ("Việt Nam nhập siêu từ Trung Quốc 49,3 tỷ USD trong năm 2023.", ("balance VN>CN -49.3bn USD 2023",)),
    ("Nhập siêu từ Hàn Quốc đạt 29 tỷ USD năm 2023, giảm 24,1%.", ("balance VN>KR -29bn USD 2023 -24.1%",)),
    ("Thâm hụt thương mại của Mỹ với Việt Nam lên tới 104,6 tỷ USD trong năm 2023.", ("balance US>VN -104.6bn USD 2023",)),
    ("Thâm hụt thương mại của Ấn Độ với Trung Quốc tăng 2,3% lên 85 tỷ USD trong năm tài khóa 2023.", ("balance IN>CN -85bn USD 2023 +2.3%",)),
    ("Mỹ nhập siêu từ Mexico 152 tỷ USD năm 2023.", ("balance US>MX -152bn USD 2023",)),
    ("Trong 9 tháng năm 2024, nước ta nhập siêu từ ASEAN 7,1 tỷ USD, tăng 17%.", ("balance VN>ASEAN -7.1bn USD 2024-01..2024-09 +17%",)),
    ("Nhật Bản thâm hụt thương mại 5.800 tỷ yên với Trung Quốc trong năm 2022.", ("balance JP>CN -5800bn JPY 2022",)),
    ("EU có thâm hụt thương mại với Trung Quốc là 291 tỷ euro trong năm 2023.", ("balance EU>CN -291bn EUR 2023",)),
    ("Thâm hụt trong buôn bán hàng hóa của Anh với Đức năm 2022 là 25 tỷ bảng.", ("balance GB>DE -25bn GBP 2022",)),
    ("Kim ngạch hai chiều Việt Nam - Đài Loan năm 2022 đạt 27,8 tỷ USD, trong đó Việt Nam nhập siêu 17,6 tỷ USD.",
     ("trade VN>TW 27.8bn USD 2022", "balance VN>TW -17.6bn USD 2022")),
    ("Mức thâm hụt thương mại của Hàn Quốc với Nhật Bản năm 2023 là 18,6 tỷ USD, thấp hơn 22,7% so với năm 2022.",
     ("balance KR>JP -18.6bn USD 2023 -22.7%",)),
    ("Campuchia nhập siêu từ Thái Lan hơn 2 tỷ USD trong năm 2022.", ("balance KH>TH -2bn USD 2022 min",)),
    ("Quý I/2024, nhập siêu của Việt Nam từ Kuwait là 1,6 tỷ USD.", ("balance VN>KW -1.6bn USD 2024Q1",)),
    ("Thâm hụt thương mại giữa Mỹ và Trung Quốc đang được thu hẹp. Năm 2023, thâm hụt của Mỹ với Trung Quốc giảm 27% xuống 279 tỷ USD.",
     ("balance US>CN -279bn USD 2023 -27%",)),
    ("Việt Nam nhập khẩu từ Indonesia 8,7 tỷ USD, như vậy nhập siêu khoảng 3,6 tỷ USD.",
     ("import VN>ID 8.7bn USD -", "balance VN>ID -3.6bn USD - approx")),
    ("Thổ Nhĩ Kỳ thâm hụt 35 tỷ USD trong thương mại với Nga năm 2023.", ("balance TR>RU -35bn USD 2023",)),
    ("Thâm hụt thương mại với Ấn Độ của Nepal gần 6 tỷ USD trong năm 2022.", ("balance NP>IN -6bn USD 2022 approx",)),
    ("Nhập siêu từ Thái Lan trong tháng 7/2024 là 390 triệu USD.", ("balance VN>TH -390m USD 2024-07",)),
    ("Năm 2022, Đức thâm hụt thương mại với Trung Quốc tới 84 tỷ euro.", ("balance DE>CN -84bn EUR 2022",)),
    ("Thâm hụt thương mại của Hoa Kỳ với Canada xuống còn 67,9 tỷ USD năm 2023.", ("balance US>CA -67.9bn USD 2023",)),
    ("Lào nhập siêu từ Việt Nam 320 triệu USD trong 6 tháng đầu năm 2024.", ("balance LA>VN -320m USD 2024-01..2024-06",)),
)  # fmt: skip

TARGET: tuple[Case, ...] = (
    ("Hai bên phấn đấu đưa kim ngạch thương mại Việt Nam - Hàn Quốc đạt 100 tỷ USD vào năm 2025 và 150 tỷ USD vào năm 2030.",
     ("trade VN>KR 100bn USD 2025 target", "trade VN>KR 150bn USD 2030 target")),
    ("Hai nước đặt mục tiêu nâng kim ngạch thương mại Việt Nam - Lào lên 5 tỷ USD trong thời gian tới.", ("trade VN>LA 5bn USD - target",)),
    ("Việt Nam và Ấn Độ nhất trí nâng kim ngạch thương mại song phương lên 20 tỷ USD trong vài năm tới.", ("trade VN>IN 20bn USD - target",)),
    ("Thủ tướng đề nghị Việt Nam và Brazil sớm đưa kim ngạch hai chiều lên 10 tỷ USD.", ("trade VN>BR 10bn USD - target",)),
    ("Với mục tiêu đạt kim ngạch 500 triệu USD vào năm 2025, Việt Nam và Cuba sẽ đẩy mạnh xúc tiến thương mại.",
     ("trade VN>CU 500m USD 2025 target",)),
    ("Lãnh đạo Trung Quốc và Nga đặt mục tiêu kim ngạch thương mại song phương 200 tỷ USD vào năm 2024.", ("trade CN>RU 200bn USD 2024 target",)),
    ("Việt Nam hướng tới mục tiêu xuất khẩu 10 tỷ USD sang Anh vào năm 2030.", ("export VN>GB 10bn USD 2030 target",)),
    ("Hai bên quyết tâm nâng kim ngạch thương mại giữa Việt Nam và Quảng Tây lên 50 tỷ USD.", ("trade VN>CN-GX 50bn USD - target",)),
    ("Campuchia và Thái Lan phấn đấu tăng kim ngạch thương mại lên 15 tỷ USD vào năm 2025.", ("trade KH>TH 15bn USD 2025 target",)),
    ("Hai Thủ tướng thống nhất đưa kim ngạch thương mại Việt Nam - Úc vượt 20 tỷ USD.", ("trade VN>AU 20bn USD - target min",)),
    ("Chính phủ hai nước Indonesia và Việt Nam cam kết đạt kim ngạch thương mại 18 tỷ USD trước năm 2028.", ("trade ID>VN 18bn USD 2028 target",)),
    ("Để sớm đạt kim ngạch thương mại 1 tỷ USD, Việt Nam và Mông Cổ cần mở thêm đường bay.", ("trade VN>MN 1bn USD - target",)),
    ("Đại sứ cho rằng mục tiêu 25 tỷ USD kim ngạch thương mại giữa Việt Nam và Thái Lan hoàn toàn khả thi.", ("trade VN>TH 25bn USD - target",)),
    ("Mỹ và Ấn Độ đặt mục tiêu tăng gấp đôi kim ngạch thương mại lên 500 tỷ USD vào năm 2030.", ("trade US>IN 500bn USD 2030 +100% target",)),
    ("Nhật Bản có kế hoạch nâng vốn đầu tư vào Ấn Độ lên 5.000 tỷ yên trong 5 năm tới.", ("investment JP>IN 5000bn JPY - target",)),
    ("Hai bên mong muốn đưa kim ngạch thương mại Việt Nam - Nam Phi lên 2,5 tỷ USD vào năm 2026.", ("trade VN>ZA 2.5bn USD 2026 target",)),
    ("Bộ trưởng kêu gọi doanh nghiệp hai nước nâng trao đổi thương mại Việt Nam - Belarus lên 500 triệu USD.", ("trade VN>BY 500m USD - target",)),
    ("Phấn đấu đến năm 2030, kim ngạch thương mại giữa Việt Nam và Trung Đông sẽ tăng mạnh, riêng với UAE đạt 20 tỷ USD.",
     ("trade VN>AE 20bn USD 2030 target",)),
    ("Hai nước quyết định nâng mục tiêu kim ngạch thương mại song phương Việt Nam - Singapore lên 40 tỷ USD.", ("trade VN>SG 40bn USD - target",)),
    ("Phó Thủ tướng đề nghị tỉnh Vân Nam phối hợp để nâng kim ngạch thương mại Việt Nam - Vân Nam lên 6 tỷ USD.",
     ("trade VN>CN-YN 6bn USD - target",)),
    ("Hai bên nỗ lực đưa kim ngạch thương mại Việt Nam - Thổ Nhĩ Kỳ lên 4 tỷ USD trong tương lai gần.", ("trade VN>TR 4bn USD - target",)),
    ("Việt Nam và Kazakhstan nhất trí phấn đấu kim ngạch thương mại hai chiều đạt 1,5 tỷ USD trong giai đoạn tới.",
     ("trade VN>KZ 1.5bn USD - target",)),
)  # fmt: skip

FORECAST: tuple[Case, ...] = (
    ("Dự kiến kim ngạch thương mại Việt Nam - Canada năm 2025 đạt 8 tỷ USD.", ("trade VN>CA 8bn USD 2025 forecast",)),
    ("Dự báo xuất khẩu của Việt Nam sang EU sẽ đạt 52 tỷ USD trong năm 2025.", ("export VN>EU 52bn USD 2025 forecast",)),
    ("Kim ngạch thương mại giữa Trung Quốc và ASEAN có thể đạt 1.000 tỷ USD vào năm 2026.", ("trade CN>ASEAN 1000bn USD 2026 forecast",)),
    ("Ước cả năm 2024, xuất khẩu gạo sang Indonesia đạt 700 triệu USD.", ("export VN>ID 700m USD 2024 forecast g=gạo",)),
    ("Các chuyên gia dự đoán kim ngạch thương mại Việt Nam - Brazil sẽ vượt 8 tỷ USD trong năm 2024.", ("trade VN>BR 8bn USD 2024 forecast min",)),
    ("Xuất khẩu sầu riêng sang Trung Quốc được dự báo đạt 3 tỷ USD trong năm nay.", ("export VN>CN 3bn USD 2024 forecast g=sầu riêng",)),
    ("Thâm hụt thương mại của Mỹ với Việt Nam dự kiến lên tới 120 tỷ USD trong năm nay.", ("balance US>VN -120bn USD 2024 forecast",)),
    ("Vốn đầu tư của Nhật Bản vào Việt Nam năm 2025 dự kiến đạt 7 tỷ USD.", ("investment JP>VN 7bn USD 2025 forecast",)),
    ("Kim ngạch hai chiều Việt Nam - Ba Lan được kỳ vọng đạt 3 tỷ USD vào cuối năm 2025.", ("trade VN>PL 3bn USD 2025 forecast",)),
    ("Nhiều khả năng kim ngạch thương mại Việt Nam - Hoa Kỳ sẽ đạt 130 tỷ USD trong năm 2024.", ("trade VN>US 130bn USD 2024 forecast",)),
    ("Dự kiến, xuất khẩu thủy sản sang Hàn Quốc năm 2024 đạt 790 triệu USD.", ("export VN>KR 790m USD 2024 forecast g=thủy sản",)),
    ("Thương mại giữa Nga và Ấn Độ sẽ đạt 100 tỷ USD vào năm 2030, theo dự báo của giới phân tích.", ("trade RU>IN 100bn USD 2030 forecast",)),
    ("Nhập khẩu than của Việt Nam từ Úc có thể lên tới 5 tỷ USD trong năm 2025.", ("import VN>AU 5bn USD 2025 forecast g=than",)),
    ("Dự tính kim ngạch thương mại Việt Nam - Ai Cập đạt 600 triệu USD trong năm 2025.", ("trade VN>EG 600m USD 2025 forecast",)),
    ("Kim ngạch thương mại giữa Mexico và Mỹ dự kiến tăng 5% trong năm 2025.", ("trade MX>US - - 2025 +5% forecast",)),
    ("Xuất khẩu của Đức sang Trung Quốc dự báo giảm 2% trong năm 2025.", ("export DE>CN - - 2025 -2% forecast",)),
    ("Hiệp hội dự báo xuất khẩu gỗ sang Nhật Bản năm 2025 có khả năng đạt 2 tỷ USD.", ("export VN>JP 2bn USD 2025 forecast g=gỗ",)),
    ("Việt Nam sẽ nhập khẩu khoảng 3 tỷ USD nông sản từ Hoa Kỳ trong năm 2025.", ("import VN>US 3bn USD 2025 forecast approx",)),
    ("Trao đổi thương mại Việt Nam - Israel dự kiến đạt 3 tỷ USD trong năm 2025.", ("trade VN>IL 3bn USD 2025 forecast",)),
    ("Theo dự báo, kim ngạch xuất khẩu cà phê sang Algeria đạt 150 triệu USD trong năm 2025.", ("export VN>DZ 150m USD 2025 forecast g=cà phê",)),
    ("Thương mại hai chiều giữa Lào và Trung Quốc sẽ tăng lên 9 tỷ USD trong năm 2025, Bộ Công Thương Lào dự đoán.",
     ("trade LA>CN 9bn USD 2025 forecast",)),
)  # fmt: skip

RANGE: tuple[Case, ...] = (
    ("Kim ngạch thương mại Việt Nam - Pháp sẽ đạt 8 - 10 tỷ USD vào năm 2027.", ("trade VN>FR 8..10bn USD 2027 forecast",)),
    ("Hai bên phấn đấu đưa kim ngạch thương mại Việt Nam - Italy lên 7-8 tỷ USD.", ("trade VN>IT 7..8bn USD - target",)),
    ("Kim ngạch hai chiều Việt Nam - Cuba đạt từ 250 đến 300 triệu USD mỗi năm.", ("trade VN>CU 250..300m USD -",)),
    ("Mỗi năm Việt Nam nhập khẩu từ Argentina khoảng 3-4 tỷ USD nguyên liệu thức ăn chăn nuôi.", ("import VN>AR 3..4bn USD - approx",)),
    ("Xuất khẩu của Việt Nam sang Nga dao động từ 1,7 tỷ đến 2 tỷ USD mỗi năm.", ("export VN>RU 1.7..2bn USD -",)),
    ("Dự báo xuất khẩu tôm sang Úc năm 2025 đạt 250 - 270 triệu USD.", ("export VN>AU 250..270m USD 2025 forecast g=tôm",)),
    ("Thâm hụt thương mại của Anh với Na Uy là 20 – 22 tỷ bảng trong năm 2022.", ("balance GB>NO -20..-22bn GBP 2022",)),
    ("Trao đổi thương mại giữa Việt Nam và Iran vào khoảng 100 đến 150 triệu USD.", ("trade VN>IR 100..150m USD - approx",)),
    ("Mục tiêu là đưa kim ngạch thương mại Việt Nam - Đức đạt 15-20 tỷ euro vào năm 2030.", ("trade VN>DE 15..20bn EUR 2030 target",)),
    ("Đầu tư của Hàn Quốc vào Việt Nam đạt 8 đến 9 tỷ USD mỗi năm.", ("investment KR>VN 8..9bn USD -",)),
    ("Việt Nam xuất khẩu sang Senegal từ 50 - 60 triệu USD gạo mỗi năm.", ("export VN>SN 50..60m USD -",)),
    ("Kim ngạch thương mại giữa Campuchia và Lào chỉ đạt 80-90 triệu USD năm 2022.", ("trade KH>LA 80..90m USD 2022",)),
    ("Dự kiến kim ngạch thương mại giữa Việt Nam và Mexico đạt 15 đến 16 tỷ USD vào năm 2025.", ("trade VN>MX 15..16bn USD 2025 forecast",)),
    ("Xuất siêu sang Philippines ở mức 2-2,5 tỷ USD trong năm 2023.", ("balance VN>PH 2..2.5bn USD 2023",)),
    ("Nhật Bản nhập khẩu từ Việt Nam 200-220 tỷ yên hàng dệt may mỗi quý.", ("import JP>VN 200..220bn JPY -",)),
    ("Thương mại giữa Nga và Triều Tiên được cho là đạt 30 - 35 triệu USD trong năm 2023.", ("trade RU>KP 30..35m USD 2023",)),
    ("Hai nước hướng tới kim ngạch thương mại Việt Nam - Bangladesh 2 - 3 tỷ USD.", ("trade VN>BD 2..3bn USD - target",)),
    ("Vốn đầu tư của Việt Nam sang Myanmar là 1,4-1,5 tỷ USD.", ("investment VN>MM 1.4..1.5bn USD -",)),
    ("Nhập khẩu ngô từ Brazil đạt 700 đến 800 triệu USD trong năm 2023.", ("import VN>BR 700..800m USD 2023 g=ngô",)),
    ("Kim ngạch thương mại giữa Việt Nam và Peru đạt khoảng 400-450 triệu USD năm 2021.", ("trade VN>PE 400..450m USD 2021 approx",)),
)  # fmt: skip

GROWTH: tuple[Case, ...] = (
    ("Xuất khẩu của Việt Nam sang Ấn Độ tăng 7,2% trong năm 2023.", ("export VN>IN - - 2023 +7.2%",)),
    ("Kim ngạch thương mại giữa Việt Nam và Mỹ đã tăng 275 lần kể từ năm 1995.", ("trade VN>US - - - +27400%",)),
    ("Trong 5 năm qua, xuất khẩu của Mỹ vào Việt Nam tăng gấp ba.", ("export US>VN - - - +200%",)),
    ("Nhập khẩu của Nhật Bản từ Nga giảm 54,5% trong năm 2023.", ("import JP>RU - - 2023 -54.5%",)),
    ("Năm 2023, nhập khẩu từ Úc giảm một nửa.", ("import VN>AU - - 2023 -50%",)),
    ("Đầu tư của Trung Quốc vào Việt Nam tăng 77,6% trong năm 2023.", ("investment CN>VN - - 2023 +77.6%",)),
    ("Cụ thể, xuất khẩu sang Mỹ tăng 4,2%, Nhật Bản tăng 4,5%, Hàn Quốc giảm 1,2% trong tháng 9/2024.",
     ("export VN>US - - +4.2%", "export VN>JP - - +4.5%", "export VN>KR - - -1.2%")),
    ("Xuất khẩu rau quả tăng mạnh sang các thị trường: Trung Quốc (150%), Hàn Quốc (38%), Thái Lan (12,5%).",
     ("export VN>CN - - - +150% g=rau quả", "export VN>KR - - - +38% g=rau quả", "export VN>TH - - - +12.5% g=rau quả")),
    ("Thương mại hai chiều Việt Nam - Úc tăng trưởng trung bình 15% mỗi năm.", ("trade VN>AU - - - +15%",)),
    ("Kim ngạch song phương Việt Nam - Thổ Nhĩ Kỳ tăng hơn 20% so với cùng kỳ năm ngoái.", ("trade VN>TR - - - +20% min",)),
    ("Xuất khẩu của Đức sang Nga giảm gần 40% trong năm 2023.", ("export DE>RU - - 2023 -40% approx",)),
    ("Quý I/2024, xuất khẩu cá tra sang Trung Quốc giảm 15%.", ("export VN>CN - - 2024Q1 -15% g=cá tra",)),
    ("Xuất khẩu sang Hoa Kỳ và EU tăng lần lượt 25% và 18% trong 8 tháng năm 2024.",
     ("export VN>US - - 2024-01..2024-08 +25%", "export VN>EU - - 2024-01..2024-08 +18%")),
    ("Thặng dư thương mại của Trung Quốc với Mỹ giảm 14% trong quý II/2023.", ("balance CN>US - - 2023Q2 -14%",)),
    ("Thâm hụt thương mại của Ấn Độ với Nga tăng 33% trong năm 2023.", ("balance IN>RU - - 2023 +33%",)),
    ("Tốc độ tăng trưởng xuất khẩu của Việt Nam sang Canada đạt 11% trong năm 2022.", ("export VN>CA - - 2022 +11%",)),
    ("Buôn bán giữa Lào và Việt Nam tăng 34% so với năm 2023.", ("trade LA>VN - - - +34%",)),
    ("Nhập khẩu của Trung Quốc từ Úc tăng 8,1 lần trong hai thập kỷ.", ("import CN>AU - - - +710%",)),
    ("Hai nước muốn tăng gấp đôi kim ngạch thương mại Việt Nam - Hungary.", ("trade VN>HU - - - +100% target",)),
    ("Kim ngạch thương mại Việt Nam - Singapore trong 7 tháng năm 2024 tăng 9,8%.", ("trade VN>SG - - 2024-01..2024-07 +9.8%",)),
    ("Vốn FDI từ Nhật Bản vào Thái Lan giảm 1/3 trong năm 2023.", ("investment JP>TH - - 2023 -33.3%",)),
    ("Năm 2022, xuất khẩu gạo của Ấn Độ sang Bangladesh tăng vọt 60%.", ("export IN>BD - - 2022 +60% g=gạo",)),
)  # fmt: skip

PRESS_ONE: tuple[Case, ...] = (
    (
        "Về hợp tác kinh tế, hai bên ghi nhận kim ngạch thương mại song phương Việt Nam - Hoa Kỳ trong 8 tháng năm 2024 đạt 95,9 tỷ USD, tăng 24,3% so với cùng kỳ năm 2023.",
        ("trade VN>US 95.9bn USD 2024-01..2024-08 +24.3%",),
    ),
    (
        "Nga hiện có 195 dự án FDI tại Việt Nam, với tổng vốn đăng ký 990 triệu USD, đứng thứ 28/145 quốc gia và vùng lãnh thổ.",
        ("investment RU>VN 990m USD -",),
    ),
    (
        "Trao đổi thương mại song phương Việt Nam - Bulgaria năm 2023 đạt 211,6 triệu USD; trong đó, Việt Nam xuất khẩu đạt 97,5 triệu USD, nhập khẩu đạt 114,1 triệu USD.",
        ("trade VN>BG 211.6m USD 2023", "export VN>BG 97.5m USD 2023", "import VN>BG 114.1m USD 2023"),
    ),
    (
        "Hai bên đánh giá cao việc kim ngạch thương mại giữa hai nước Việt Nam và Mông Cổ năm 2023 đạt 132 triệu USD, tăng 55% so với năm 2022; phấn đấu đạt mục tiêu 200 triệu USD trong thời gian tới.",
        ("trade VN>MN 132m USD 2023 +55%", "trade VN>MN 200m USD - target"),
    ),
    (
        "Tổng Bí thư đề nghị hai bên sớm nâng kim ngạch thương mại Việt Nam - Pháp lên 10 tỷ USD trong những năm tới.",
        ("trade VN>FR 10bn USD - target",),
    ),
    (
        "UAE là đối tác thương mại lớn nhất của Việt Nam tại khu vực Trung Đông - châu Phi, với kim ngạch năm 2023 đạt 4,7 tỷ USD.",
        ("trade VN>AE 4.7bn USD 2023",),
    ),
    (
        "Kim ngạch xuất nhập khẩu hàng hóa giữa Việt Nam và thị trường Campuchia trong nửa đầu năm 2024 đạt 4,6 tỷ USD, giảm 8,1% so với cùng kỳ năm 2023.",
        ("trade VN>KH 4.6bn USD 2024-01..2024-06 -8.1%",),
    ),
    (
        "Lũy kế đến tháng 9/2024, Trung Quốc đầu tư 4.920 dự án tại Việt Nam với tổng vốn 29,3 tỷ USD.",
        ("investment CN>VN 29.3bn USD ..2024-09-30",),
    ),
    (
        "Doanh nghiệp Việt Nam hiện có 245 dự án đầu tư tại Lào với tổng vốn đăng ký 5,6 tỷ USD, vốn thực hiện đạt 2,8 tỷ USD.",
        ("investment VN>LA 5.6bn USD -", "investment VN>LA 2.8bn USD -"),
    ),
    (
        "Trong 7 tháng, Việt Nam chi 1,2 tỷ USD nhập khẩu ngô từ Argentina.",
        ("import VN>AR 1.2bn USD 2024-01..2024-07 g=ngô",),
    ),
    (
        "Mỹ tiếp tục là thị trường xuất khẩu gỗ lớn nhất của Việt Nam, đạt 5,6 tỷ USD, tăng 25%.",
        ("export VN>US 5.6bn USD - +25% g=gỗ",),
    ),
    (
        "Kim ngạch xuất khẩu thủy sản sang Trung Quốc và Hồng Công trong tháng 9 đạt 180 triệu USD.",
        (),
    ),
    (
        "Hàng Việt xuất khẩu sang EU tăng 16% trong năm 2024, đạt 51,7 tỷ USD.",
        ("export VN>EU 51.7bn USD 2024 +16%",),
    ),
    (
        "Theo Tân Hoa xã, thương mại giữa Trung Quốc và ASEAN đạt 6.410 tỷ nhân dân tệ trong năm 2023.",
        ("trade CN>ASEAN 6410bn CNY 2023",),
    ),
    (
        "Nhật Bản ghi nhận thâm hụt thương mại 1.200 tỷ yên với EU trong nửa đầu tài khóa 2023.",
        ("balance JP>EU -1200bn JPY",),
    ),
    (
        "Thặng dư thương mại của Đức với Mỹ đạt mức kỷ lục 63,3 tỷ euro trong năm 2023.",
        ("balance DE>US 63.3bn EUR 2023",),
    ),
    (
        "Việt Nam là đối tác thương mại lớn thứ tư của Campuchia, kim ngạch hai chiều năm 2022 đạt 10,57 tỷ USD, tăng 10,9%.",
        ("trade VN>KH 10.57bn USD 2022 +10.9%",),
    ),
    (
        "Bộ trưởng Công Thương cho hay xuất khẩu sang Trung Quốc 9 tháng ước đạt 43,6 tỷ USD, tăng 2,1%.",
        ("export VN>CN 43.6bn USD 2024-01..2024-09 +2.1% approx",),
    ),
    (
        "Hai nước đang hướng tới mục tiêu đưa kim ngạch thương mại Việt Nam - Indonesia lên 18 tỷ USD vào năm 2028.",
        ("trade VN>ID 18bn USD 2028 target",),
    ),
    (
        "Kể từ khi EVFTA có hiệu lực, xuất khẩu của Việt Nam sang Hà Lan đã tăng 50%.",
        ("export VN>NL - - - +50%",),
    ),
    (
        "Xuất khẩu hạt điều sang Mỹ, Trung Quốc và Hà Lan lần lượt đạt 880 triệu USD, 620 triệu USD và 350 triệu USD trong năm 2023.",
        ("export VN>US 880m USD 2023 g=hạt điều", "export VN>CN 620m USD 2023 g=hạt điều", "export VN>NL 350m USD 2023 g=hạt điều"),
    ),
    (
        "Năm 2023, Lào thu hút 1,2 tỷ USD vốn FDI từ Trung Quốc.",
        ("investment CN>LA 1.2bn USD 2023",),
    ),
    (
        "Indonesia nhập khẩu 1,4 triệu tấn gạo của Thái Lan với trị giá 700 triệu USD trong năm 2023.",
        ("import ID>TH 700m USD 2023 g=gạo",),
    ),
    (
        "Kim ngạch thương mại Việt Nam - Thái Lan được kỳ vọng sẽ chạm mốc 25 tỷ USD vào năm 2025.",
        ("trade VN>TH 25bn USD 2025 forecast",),
    ),
    (
        "Giao thương giữa hai nước Việt Nam và Romania mới đạt khoảng 425 triệu USD trong năm 2022.",
        ("trade VN>RO 425m USD 2022 approx",),
    ),
    (
        "Việt Nam đứng thứ 6 trong số các đối tác xuất khẩu hàng hóa sang Mỹ.",
        (),
    ),
    (
        "Với 118 tỷ USD, Hoa Kỳ là thị trường xuất khẩu lớn nhất của Việt Nam trong năm 2024.",
        ("export VN>US 118bn USD 2024",),
    ),
    (
        "Tại buổi tiếp, Đại sứ Israel cho biết kim ngạch thương mại hai nước đã vượt 3 tỷ USD vào năm 2024.",
        ("trade VN>IL 3bn USD 2024 min",),
    ),
    (
        "Bí thư Tỉnh ủy Lào Cai cho biết giá trị xuất nhập khẩu qua cửa khẩu đạt 2,5 tỷ USD.",
        (),
    ),
    (
        "Thủ tướng Phạm Minh Chính đề nghị Singapore phối hợp phấn đấu nâng kim ngạch thương mại song phương lên 15 tỷ USD vào năm 2025; đến nay, Singapore có 3.800 dự án đầu tư tại Việt Nam với tổng vốn trên 81 tỷ USD.",
        ("trade VN>SG 15bn USD 2025 target", "investment SG>VN 81bn USD - min"),
    ),
    (
        "Tổng kim ngạch xuất khẩu của Việt Nam sang thị trường Ấn Độ trong tháng 8/2024 đạt 812 triệu USD, tăng 7,7% so với tháng trước.",
        ("export VN>IN 812m USD 2024-08 +7.7%",),
    ),
    (
        "Kim ngạch thương mại hai chiều Việt Nam – New Zealand tăng từ 1,1 tỷ USD năm 2018 lên 1,3 tỷ USD năm 2023 và hai bên đặt mục tiêu 2 tỷ USD vào năm 2024, 3 tỷ USD vào năm 2026.",
        ("trade VN>NZ 1.1bn USD 2018", "trade VN>NZ 1.3bn USD 2023", "trade VN>NZ 2bn USD 2024 target", "trade VN>NZ 3bn USD 2026 target"),
    ),
    (
        "Đầu tư của doanh nghiệp Việt Nam sang Campuchia đạt 2,94 tỷ USD với 205 dự án.",
        ("investment VN>KH 2.94bn USD -",),
    ),
    (
        "Trung Quốc mua 1,1 tỷ USD cao su của Thái Lan.",
        (),
    ),
    (
        "Xuất khẩu của Thụy Sĩ sang Việt Nam giảm 10% trong khi nhập khẩu từ Việt Nam tăng 4% vào năm 2022.",
        ("export CH>VN - - -10%", "import CH>VN - - 2022 +4%"),
    ),
    (
        "Hai bên thống nhất đưa kim ngạch thương mại giữa hai nước Việt Nam và Hàn Quốc đạt 100 tỷ USD trong thời gian sớm nhất.",
        ("trade VN>KR 100bn USD - target",),
    ),
    (
        "Bangladesh nhập siêu từ Việt Nam gần 700 triệu USD mỗi năm.",
        ("balance BD>VN -700m USD - approx",),
    ),
    (
        "Giá trị hàng hóa Việt Nam xuất khẩu vào Nhật Bản năm 2023 là 23,3 tỷ USD, giảm 3,8%.",
        ("export VN>JP 23.3bn USD 2023 -3.8%",),
    ),
    (
        "Tính từ đầu năm đến ngày 20/9, tổng vốn đầu tư của Hàn Quốc vào Việt Nam đạt 2,89 tỷ USD, giảm 24,2%.",
        ("investment KR>VN 2.89bn USD -24.2%",),
    ),
    (
        "Vương quốc Anh có 570 dự án còn hiệu lực tại Việt Nam, trị giá 4,4 tỷ USD.",
        ("investment GB>VN 4.4bn USD -",),
    ),
)  # fmt: skip

PRESS_TWO: tuple[Case, ...] = (
    (
        "Trong cuộc điện đàm, hai Bộ trưởng hài lòng trước việc kim ngạch thương mại Việt - Anh năm 2023 đạt 7,1 tỷ USD, tăng 4,8%.",
        ("trade VN>GB 7.1bn USD 2023 +4.8%",),
    ),
    (
        "Tổng kim ngạch xuất nhập khẩu giữa Việt Nam và Hồng Công (Trung Quốc) năm 2022 đạt trên 12 tỷ USD.",
        ("trade VN>HK 12bn USD 2022 min",),
    ),
    (
        "Về thương mại, Đức là thị trường xuất khẩu lớn thứ hai của Việt Nam tại EU, đạt 7,4 tỷ USD trong năm 2023.",
        ("export VN>DE 7.4bn USD 2023",),
    ),
    (
        "Tính chung 7 tháng, cán cân thương mại nghiêng về phía Việt Nam với mức thặng dư 52,2 tỷ USD với Hoa Kỳ.",
        ("balance VN>US 52.2bn USD 2024-01..2024-07",),
    ),
    (
        "Ông cho biết Mỹ đã nhập khẩu 3,9 tỷ USD hàng thủy sản từ Ấn Độ trong năm 2022.",
        ("import US>IN 3.9bn USD 2022 g=thủy sản",),
    ),
    (
        "Hàn Quốc đứng đầu về đầu tư vào Việt Nam với 85,8 tỷ USD, tiếp theo là Singapore với 74,5 tỷ USD và Nhật Bản với 73,9 tỷ USD.",
        ("investment KR>VN 85.8bn USD -", "investment SG>VN 74.5bn USD -", "investment JP>VN 73.9bn USD -"),
    ),
    (
        "Đến hết quý I/2024, tổng vốn đầu tư của Việt Nam ra nước ngoài là 22 tỷ USD.",
        (),
    ),
    (
        "Kim ngạch thương mại giữa tỉnh Quảng Ninh và Quảng Tây đạt 3,4 tỷ USD trong năm 2023.",
        ("trade VN-13>CN-GX 3.4bn USD 2023",),
    ),
    (
        "Hai bên phấn đấu sớm đưa kim ngạch thương mại Việt Nam - Ai-len vượt mốc 5 tỷ euro.",
        ("trade VN>IE 5bn EUR - target min",),
    ),
    (
        "Phía Nga dự báo thương mại với Triều Tiên sẽ tăng 5% trong năm 2025.",
        ("trade RU>KP - - 2025 +5% forecast",),
    ),
    (
        "Năm 2023, giá trị xuất khẩu của Hàn Quốc sang Việt Nam giảm 12,3%, xuống còn 53,5 tỷ USD.",
        ("export KR>VN 53.5bn USD 2023 -12.3%",),
    ),
    (
        "Việt Nam nhập siêu từ Trung Quốc trong 9 tháng lên tới 61,2 tỷ USD, tăng 69,5% so với cùng kỳ năm trước.",
        ("balance VN>CN -61.2bn USD 2024-01..2024-09 +69.5%",),
    ),
    (
        "Kim ngạch xuất khẩu sắt thép sang Campuchia trong quý III/2024 đạt 230 triệu USD.",
        ("export VN>KH 230m USD 2024Q3 g=sắt thép",),
    ),
    (
        "Thương mại Ấn Độ - UAE đã tăng lên 83,6 tỷ USD trong tài khóa 2023-2024.",
        ("trade IN>AE 83.6bn USD",),
    ),
    (
        "Phó Thủ tướng cho biết vốn FDI của Đài Loan tại Việt Nam đã vượt 39 tỷ USD.",
        ("investment TW>VN 39bn USD - min",),
    ),
    (
        "Hai nước nhất trí mục tiêu tăng gấp ba kim ngạch thương mại Việt Nam - Kazakhstan.",
        ("trade VN>KZ - - - +200% target",),
    ),
    (
        "Xuất khẩu của Ukraine sang EU giảm 1/4 trong năm 2023.",
        ("export UA>EU - - 2023 -25%",),
    ),
    (
        "Kim ngạch hai chiều đạt 1,2 tỷ USD năm 2021, trong đó Việt Nam xuất siêu sang Myanmar 350 triệu USD.",
        ("trade VN>MM 1.2bn USD 2021", "balance VN>MM 350m USD 2021"),
    ),
    (
        "Trong 5 năm gần đây, trao đổi thương mại giữa Việt Nam và Đan Mạch duy trì ở mức 700 - 750 triệu USD mỗi năm.",
        ("trade VN>DK 700..750m USD -",),
    ),
    (
        "Thủ tướng Lào cho biết Việt Nam là nhà đầu tư lớn thứ ba tại Lào với tổng vốn đầu tư 5,5 tỷ USD.",
        ("investment VN>LA 5.5bn USD -",),
    ),
    (
        "Cục Xuất nhập khẩu thông tin, gạo xuất sang Malaysia 8 tháng đạt 582.000 tấn, trị giá 345 triệu USD, gấp 2,2 lần cùng kỳ.",
        ("export VN>MY 345m USD 2024-01..2024-08",),
    ),
    (
        "Theo JETRO, 56,7% doanh nghiệp Nhật Bản tại Việt Nam có kế hoạch mở rộng kinh doanh.",
        (),
    ),
    (
        "Ngân hàng Thế giới cho Việt Nam vay 500 triệu USD.",
        (),
    ),
    (
        "Việt Nam và Mỹ ký kết các thỏa thuận mua nông sản trị giá 3 tỷ USD.",
        (),
    ),
    (
        "Bang California nhập khẩu hàng hóa từ Việt Nam trị giá 29 tỷ USD trong năm 2022.",
        ("import US-CA>VN 29bn USD 2022",),
    ),
    (
        "Đại sứ kỳ vọng trong năm 2025 kim ngạch thương mại Việt Nam - Na Uy sẽ đạt 1 tỷ USD.",
        ("trade VN>NO 1bn USD 2025 forecast",),
    ),
    (
        "Từ năm 2014 đến nay, kim ngạch thương mại Việt Nam - Slovakia tăng 3 lần.",
        ("trade VN>SK - - - +200%",),
    ),
    (
        "Kim ngạch thương mại năm 2022 giữa Campuchia với Trung Quốc đạt 11,6 tỷ USD, chiếm 22% tổng kim ngạch của nước này.",
        ("trade KH>CN 11.6bn USD 2022",),
    ),
    (
        "Tính đến tháng 5/2024, các nhà đầu tư Thụy Sĩ đã rót vào Việt Nam 2,1 tỷ USD qua 206 dự án.",
        ("investment CH>VN 2.1bn USD ..2024-05-31",),
    ),
    (
        "Theo thống kê của Trung Quốc, kim ngạch thương mại song phương Việt - Trung năm 2023 đạt 229,8 tỷ USD.",
        ("trade VN>CN 229.8bn USD 2023",),
    ),
    (
        "Mexico xuất khẩu sang Mỹ 475,6 tỷ USD hàng hóa trong năm 2023, vượt qua Trung Quốc (427,2 tỷ USD).",
        ("export MX>US 475.6bn USD 2023", "export CN>US 427.2bn USD 2023"),
    ),
    (
        "Thủ tướng mong muốn hai nước đưa kim ngạch thương mại song phương Việt Nam - Iran lên 2 tỷ USD.",
        ("trade VN>IR 2bn USD - target",),
    ),
    (
        "Kim ngạch buôn bán hai chiều Việt - Lào nửa đầu năm 2024 tăng 11%, đạt 922 triệu USD.",
        ("trade VN>LA 922m USD 2024-01..2024-06 +11%",),
    ),
    (
        "Tỉnh Vân Nam là đối tác quan trọng; năm 2023, kim ngạch thương mại với tỉnh này đạt 2,8 tỷ USD.",
        ("trade VN>CN-YN 2.8bn USD 2023",),
    ),
    (
        "Xuất khẩu thép của Trung Quốc sang Việt Nam tăng vọt 70% trong 8 tháng đầu năm 2024.",
        ("export CN>VN - - 2024-01..2024-08 +70% g=thép",),
    ),
    (
        "Xuất khẩu thép của Trung Quốc tăng 70%.",
        (),
    ),
    (
        "Doanh số bán hàng của Apple tại Trung Quốc giảm 11%, còn 15 tỷ USD.",
        (),
    ),
    (
        "Nhật Bản đã cung cấp 2.700 tỷ yên vốn vay ODA cho Việt Nam.",
        (),
    ),
    (
        "Bộ Công Thương đặt mục tiêu xuất khẩu sang Mỹ đạt 150 tỷ USD vào năm 2030.",
        ("export VN>US 150bn USD 2030 target",),
    ),
    (
        "Trong khi đó, Canada chỉ xuất sang Việt Nam 680 triệu USD trong năm 2022.",
        ("export CA>VN 680m USD 2022",),
    ),
)  # fmt: skip

NONE: tuple[str, ...] = (
    "Tổng kim ngạch xuất khẩu của Việt Nam năm 2023 đạt 355,5 tỷ USD, giảm 4,4% so với năm 2022.",
    "Nhân chuyến thăm, doanh nghiệp Việt Nam và Mỹ ký các hợp đồng trị giá 12 tỷ USD.",
    "Nhật Bản cam kết cung cấp cho Việt Nam khoản vay ODA trị giá 60 tỷ yên.",
    "Đức là nhà viện trợ lớn của Việt Nam với 2 tỷ USD từ năm 1990 đến nay.",
    "Doanh thu của Samsung tại Việt Nam năm 2023 đạt 62,5 tỷ USD.",
    "GDP của Hàn Quốc năm 2023 đạt 1.710 tỷ USD.",
    "Giá gạo xuất khẩu của Việt Nam sang Philippines ở mức 650 USD/tấn.",
    "Lượng khách Hàn Quốc đến Việt Nam năm 2023 tăng 3,6 lần.",
    "Trung Quốc chiếm 17% tổng kim ngạch xuất khẩu của Việt Nam.",
    "Chính phủ Mỹ thông qua gói kích thích kinh tế 1.900 tỷ USD.",
    "Tập đoàn Intel (Mỹ) đầu tư thêm 475 triệu USD vào nhà máy tại TP Hồ Chí Minh.",
    "Dự án điện gió của nhà đầu tư Thái Lan tại Gia Lai có tổng vốn 300 triệu USD.",
    "Thuế nhập khẩu ô tô từ ASEAN giảm từ 30% xuống 0%.",
    "Kiều hối từ Mỹ về Việt Nam đạt 9 tỷ USD.",
    "Ngân sách quốc phòng của Nhật Bản tăng lên 55 tỷ USD.",
    "Dự trữ ngoại hối của Trung Quốc đạt 3.200 tỷ USD.",
    "Nợ nước ngoài của Lào lên tới 10,5 tỷ USD, một nửa là nợ Trung Quốc.",
    "Ba Lan và Hàn Quốc ký thỏa thuận mua vũ khí trị giá 5,8 tỷ USD.",
    "Thị trường thương mại điện tử Indonesia trị giá 62 tỷ USD.",
    "Tổng vốn FDI vào Việt Nam 9 tháng đạt 24,8 tỷ USD, tăng 11,6% so với cùng kỳ.",
    "Việt Nam nhập khẩu 3.074 ô tô từ Ấn Độ trong tháng 3, giảm 17 lần so với tháng trước.",
    "Xuất khẩu gạo sang Trung Quốc đạt 200.000 tấn, tăng 15% về lượng.",
    "Hãng hàng không Vietjet mua 200 máy bay Boeing trị giá 24 tỷ USD của Mỹ.",
    "Ngân hàng Xuất nhập khẩu Trung Quốc cho Việt Nam vay 250 triệu USD.",
    "Cộng đồng người Việt tại Séc có khoảng 90.000 người, tăng 10% so với năm 2015.",
    "Kim ngạch xuất khẩu thủy sản cả nước đạt 9 tỷ USD, chủ yếu sang Mỹ, Nhật Bản và Trung Quốc.",
    "Hai nước đã ký 28 văn kiện hợp tác trị giá 1,5 tỷ euro.",
    "Công ty cổ phần Vĩnh Hoàn xuất khẩu cá tra sang Mỹ đạt 150 triệu USD.",
    "Tuyến đường sắt nối Lào với Trung Quốc có tổng mức đầu tư 6 tỷ USD.",
    "Doanh nghiệp bị phạt 140 triệu đồng vì nhập khẩu hàng giả từ Trung Quốc.",
    "Chuyến thăm Nga diễn ra trong bối cảnh quan hệ hai nước phát triển tốt đẹp.",
    "Sản lượng cà phê của Brazil giảm 5% trong niên vụ này.",
    "Giá dầu Brent tăng 1,3% do nhu cầu của Trung Quốc.",
    "Xuất khẩu sang Mỹ và Nhật Bản đạt 120 tỷ USD.",
    "Lãi suất của Cục Dự trữ liên bang Mỹ tăng thêm 0,25%.",
    "Tổng kim ngạch xuất nhập khẩu của cả nước đạt 683 tỷ USD.",
)

UNSEEN: tuple[Case, ...] = (
    (("Phó Chủ tịch UBND tỉnh Đồng Nai tiếp Tổng Lãnh sự Thái Lan. Năm 2023, kim ngạch xuất khẩu của tỉnh sang thị trường Thái Lan "
      "đạt 45 triệu USD, kim ngạch nhập khẩu từ thị trường Thái Lan đạt 60 triệu USD."),
     ("export VN-39>TH 45m USD 2023", "import VN-39>TH 60m USD 2023")),
    (("Trong tháng 3/2024, tổng vốn đầu tư của Việt Nam ra nước ngoài đạt 130 triệu USD. Có 12 nước nhận đầu tư của Việt Nam trong "
      "tháng 3/2024. Dẫn đầu là Lào với 3 dự án mới, tổng vốn đầu tư đăng ký đạt 70 triệu USD. Đứng thứ hai là Indonesia với tổng vốn "
      "đầu tư trên 20 triệu USD. Tiếp theo lần lượt là Hà Lan (8 triệu USD) và Kenya (40.000 USD)."),
     ("investment VN>LA 70m USD 2024-03", "investment VN>ID 20m USD 2024-03 min", "investment VN>NL 8m USD 2024-03",
      "investment VN>KE 0.04m USD 2024-03")),
    (("Trung Quốc đứng đầu danh sách các đối tác mà Ấn Độ có thâm hụt thương mại nhiều nhất trong năm 2023, với mức thâm hụt 85 tỷ USD. "
      "Xếp ngay sau là Nga với 57 tỷ USD và Hàn Quốc với 15 tỷ USD."),
     ("balance IN>CN -85bn USD 2023", "balance IN>RU -57bn USD 2023", "balance IN>KR -15bn USD 2023")),
    (("Xuất khẩu máy móc thiết bị trong năm 2023 đạt 43 tỷ USD. Nhóm hàng này xuất khẩu chủ yếu sang các thị trường như: Hoa Kỳ đạt "
      "18,24 tỷ USD, giảm 9%; Trung Quốc đạt 3,53 tỷ USD, giảm 2%; EU (27 nước) với 5,47 tỷ USD, tăng 1%."),
     ("export VN>US 18.24bn USD 2023 -9% g=máy móc thiết bị", "export VN>CN 3.53bn USD 2023 -2% g=máy móc thiết bị",
      "export VN>EU 5.47bn USD 2023 +1% g=máy móc thiết bị")),
    (("Trong 8 tháng đầu năm 2024, kim ngạch xuất cảng hàng hóa Việt Nam sang Nhật vượt $16 tỷ, tăng 5%. Trong đó, các nhóm hàng chủ "
      "lực như máy ảnh, điện tử và linh kiện tăng gần 78%, đạt hơn $3.4 tỷ."),
     ("export VN>JP 16bn USD 2024-01..2024-08 +5% min",
      "export VN>JP 3.4bn USD 2024-01..2024-08 +78% min g=máy ảnh, điện tử và linh kiện")),
    (("Kim ngạch hai chiều Việt Nam - Nhật Bản tăng gần 8 lần từ mức 4,9 tỉ đô la Mỹ (năm 2000) lên gần 45 tỉ đô (năm 2023)."),
     ("trade VN>JP 4.9bn USD 2000", "trade VN>JP 45bn USD 2023 +700% approx")),
    (("Năm 2023, các chuyến hàng của Trung Quốc đến Nga đã tăng 46,9% so với năm 2022 và tăng 64,2% so với năm 2021."),
     ("export CN>RU - - 2023 +46.9%",)),
    (("Không chỉ xuất siêu lớn vào Mỹ, Việt Nam còn xuất siêu rất lớn vào thị trường Hà Lan, với thặng dư thương mại năm 2023 lên hơn "
      "9 tỉ đô la Mỹ."), ("balance VN>NL 9bn USD 2023 min",)),
)  # fmt: skip
