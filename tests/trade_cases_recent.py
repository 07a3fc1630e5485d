"""More invented sentences in trade_cases.py's notation: the wording of 2021 to 2026, told as published on 2025-07-10."""

from __future__ import annotations

from trade_cases import Case

RECENT: tuple[Case, ...] = (
    ("Kim ngạch thương mại giữa Moskva và Hà Nội đạt 5,5 tỷ USD trong năm 2023.", ("trade RU>VN 5.5bn USD 2023",)),
    ("Thâm hụt thương mại của Washington với Bắc Kinh lên tới 295 tỷ USD trong năm 2024.", ("balance US>CN -295bn USD 2024",)),
    ("Theo Cục Hải quan, lũy kế 6 tháng, cán cân thương mại với Hoa Kỳ thặng dư 62,1 tỷ USD, tăng 15,4%.",
     ("balance VN>US 62.1bn USD 2025-01..2025-06 +15.4%",)),
    ("Singapore dẫn đầu với tổng vốn đầu tư 4,6 tỷ USD, chiếm 21,4% tổng vốn đầu tư vào Việt Nam trong 6 tháng, tăng 8% so với cùng kỳ.",
     ("investment SG>VN 4.6bn USD 2025-01..2025-06 +8%",)),
    (("Trong 6 tháng năm 2025, có 94 quốc gia và vùng lãnh thổ có đầu tư tại Việt Nam. Trong đó, Singapore dẫn đầu với tổng vốn đầu tư "
      "4,6 tỷ USD, Hàn Quốc đứng thứ hai với 3,1 tỷ USD."),
     ("investment SG>VN 4.6bn USD 2025-01..2025-06", "investment KR>VN 3.1bn USD 2025-01..2025-06")),
    (("Trong 5 tháng năm 2025, có 80 quốc gia đầu tư tại Việt Nam. Tiếp theo là Trung Quốc, Hồng Kông và Thụy Điển với tổng vốn đầu tư "
      "lần lượt đạt 2,2 tỷ USD, 1,9 tỷ USD và 1,3 tỷ USD."),
     ("investment CN>VN 2.2bn USD 2025-01..2025-05", "investment HK>VN 1.9bn USD 2025-01..2025-05",
      "investment SE>VN 1.3bn USD 2025-01..2025-05")),
    ("Tỉnh Tây Ninh thu hút nhiều vốn đầu tư của Trung Quốc nhất, 2,03 tỷ USD cho 46 dự án.", ("investment CN>VN-37 2.03bn USD",)),
    ("Ấn Độ và Nga đặt mục tiêu đạt kim ngạch 100 tỷ USD vào năm 2030, so với mức 65 tỷ USD hiện nay.",
     ("trade IN>RU 100bn USD 2030 target", "trade IN>RU 65bn USD -")),
    ("Thặng dư thương mại của Trung Quốc với Mỹ trong tháng 5 là 18 tỷ USD, giảm so với 20,5 tỷ USD của tháng trước.",
     ("balance CN>US 18bn USD 2025-05", "balance CN>US 20.5bn USD 2025-04")),
    ("Nhập siêu của Mỹ từ Việt Nam năm 2024 lên tới 123,5 tỷ USD, tăng 18,1%, tương đương 18,9 tỷ USD so với năm 2023.",
     ("balance US>VN -123.5bn USD 2024 +18.1%",)),
    ("Xuất khẩu rau quả sang Trung Quốc 5 tháng đạt 1,15 tỷ USD, giảm 28%; trong khi đó, xuất sang Mỹ tăng 65%, đạt 212 triệu USD.",
     ("export VN>CN 1.15bn USD 2025-01..2025-05 -28% g=rau quả", "export VN>US 212m USD 2025-01..2025-05 +65% g=rau quả")),
    ("Hai bên đặt mục tiêu tăng gấp đôi kim ngạch thương mại giữa Việt Nam và Peru, từ 500 triệu USD năm 2024 lên 1 tỷ USD vào năm 2030.",
     ("trade VN>PE 500m USD 2024", "trade VN>PE 1bn USD 2030 +100% target")),
    (("Năm 2024, Việt Nam nhập khẩu từ Indonesia 72.000 xe, kim ngạch 1,05 tỷ USD; trong khi kết quả của Thái Lan là 64.000 xe, "
      "kim ngạch 1,4 tỷ USD."),
     ("import VN>ID 1.05bn USD 2024", "import VN>TH 1.4bn USD 2024")),
    ("Xuất khẩu tiêu sang Đức đạt 90 triệu USD, tăng 12% về lượng và tăng 31% về kim ngạch.", ("export VN>DE 90m USD - +31% g=tiêu",)),
    ("Ấn Độ nhập khẩu hàng hóa trị giá 42 tỷ USD từ Trung Quốc, tăng 15% so với cùng kỳ.", ("import IN>CN 42bn USD - +15%",)),
    ("Trong 6 tháng qua, xuất khẩu hạt điều của Việt Nam sang Hà Lan tăng 11%.",
     ("export VN>NL - - 2025-01..2025-06 +11% g=hạt điều",)),
    ("Với Liên minh châu Âu (EU), thâm hụt của Mỹ tăng 7% lên 72 tỷ USD.", ("balance US>EU -72bn USD - +7%",)),
    (("Nga xuất khẩu dầu cải sang Trung Quốc 1,1 tỷ USD trong 10 tháng năm 2024. Cùng kỳ năm 2023, Trung Quốc nhập khẩu dầu cải từ Nga "
      "833 triệu USD."),
     ("export RU>CN 1.1bn USD 2024-01..2024-10 g=dầu cải", "import CN>RU 833m USD 2023-01..2023-10 g=dầu cải")),
    ("Xuất khẩu gạo của Việt Nam trong 6 tháng đạt 2 tỷ USD. Thị trường Philippines, thị trường lớn nhất, đạt 900 triệu USD.",
     ("export VN>PH 900m USD 2025-01..2025-06 g=gạo",)),
    (("Các lô hàng từ Trung Quốc sang Mỹ trong tháng 5/2025 giảm 33% so với cùng kỳ. Tuy nhiên, tổng thể, xuất khẩu của Trung Quốc "
      "tăng 4,4%."),
     ("export CN>US - - 2025-05 -33%",)),
    ("Năm 2024, trong số các thị trường xuất khẩu tôm, Trung Quốc và Hồng Kông đạt 843 triệu USD; Mỹ đạt 756 triệu USD.",
     ("export VN>US 756m USD 2024 g=tôm",)),
    ("Sáu thị trường lớn nhất (gồm Trung Quốc, Mỹ, ASEAN và Nhật Bản) chiếm 78% kim ngạch thương mại, tương ứng đạt 455 tỷ USD.", ()),
    ("Kim ngạch thương mại Việt Nam - Ba Lan năm 2025 ước đạt 4,2 tỷ USD.", ("trade VN>PL 4.2bn USD 2025 approx forecast",)),
    ("Xuất khẩu hàng hóa sang Campuchia qua cửa khẩu Mộc Bài đạt 1,2 tỷ USD trong năm 2024.", ("export VN>KH 1.2bn USD 2024",)),
    ("Năm 2024, Hungary chi 9 triệu USD nhập khẩu hạt điều Việt Nam, gấp 3 lần so với năm 2023.",
     ("import HU>VN 9m USD 2024 +200% g=hạt điều",)),
    (("Trong năm 2024, hai thị trường này chiếm 59% thị phần. Cụ thể, xuất khẩu cao su sang Trung Quốc tăng 30%, sang Malaysia "
      "giảm 42%."),
     ("export VN>CN - - 2024 +30% g=cao su", "export VN>MY - - 2024 -42% g=cao su")),
    (("Theo Hải quan Hàn Quốc, trong tháng 5/2025, xuất khẩu của nước này sang Mỹ đạt 11 tỷ USD. Mặt khác, kim ngạch nhập khẩu đạt "
      "54 tỷ USD. Nhập khẩu từ Trung Quốc tăng 12%."),
     ("export KR>US 11bn USD 2025-05", "import KR>CN - - 2025-05 +12%")),
    ("Kim ngạch thương mại hai nước Việt Nam - Lào năm 2024 tăng 34%.", ("trade VN>LA - - 2024 +34%",)),
    ("Xuất khẩu năng lượng của Nga sang Trung Quốc năm 2024 đạt 94 tỷ USD.", ("export RU>CN 94bn USD 2024 g=năng lượng",)),
    ("Tổng khối lượng giao dịch bất động sản tại Thượng Hải đạt 14 tỷ USD, chiếm 48% đầu tư của Trung Quốc.", ()),
    (("Kim ngạch thương mại giữa Ấn Độ và Việt Nam năm 2024 đạt 15,2 tỷ USD, đưa Việt Nam vượt qua Thái Lan (14,1 tỷ USD) trở thành "
      "đối tác lớn thứ tư của Ấn Độ tại Đông Á."),
     ("trade IN>VN 15.2bn USD 2024", "trade IN>TH 14.1bn USD 2024")),
    ("Hai bên đã nhất trí mở rộng quy mô thương mại song phương Việt Nam - Chile lên 4 tỷ USD vào năm 2030.",
     ("trade VN>CL 4bn USD 2030 target",)),
    (("Trong quý I năm 2025, có 58 quốc gia đầu tư tại Việt Nam. Singapore dẫn đầu với tổng vốn đầu tư 1,3 tỷ USD. Với tổng vốn đăng ký "
      "hơn 900 triệu USD, Nhật Bản là đối tác lớn thứ hai."),
     ("investment SG>VN 1.3bn USD 2025-01..2025-03", "investment JP>VN 900m USD 2025-01..2025-03 min")),
    ("Đầu tư của Việt Nam vào Nga và Peru tăng nhanh, với 18 dự án vào Nga (1,6 tỷ USD) và 6 dự án vào Peru (1,2 tỷ USD).",
     ("investment VN>RU 1.6bn USD -", "investment VN>PE 1.2bn USD -")),
    ("Thương mại song phương Việt Nam - Chile đã tăng gấp 3 lần trong giai đoạn 2013-2023, từ 500 triệu USD lên 1,5 tỷ USD.",
     ("trade VN>CL 500m USD 2013", "trade VN>CL 1.5bn USD 2023 +200%")),
    (("Brazil cung cấp 60% tổng kim ngạch nhập khẩu ngô của Việt Nam, với 3,1 triệu tấn, tương đương 760 triệu USD, giá 245 USD/tấn, "
      "tăng 40% về lượng, tăng 31% về kim ngạch và giảm 6% về giá so với cùng kỳ năm 2024."),
     ("import VN>BR 760m USD - +31% g=ngô",)),
    (("Đức và Pháp là hai thị trường chính cung cấp dược phẩm cho Việt Nam; trong đó, nhập khẩu từ Đức 310 triệu USD."),
     ("import VN>DE 310m USD -",)),
    ("Ấn Độ có kim ngạch thương mại với UAE lớn nhất, đạt 84 tỷ USD, tiếp theo là Oman với 12 tỷ USD.",
     ("trade IN>AE 84bn USD -", "trade OM>AE 12bn USD -")),
    ("Hàn Quốc là đối tác thương mại lớn nhất của Việt Nam với kim ngạch 86 tỷ USD, tiếp theo là Nhật Bản với 47 tỷ USD.",
     ("trade KR>VN 86bn USD -", "trade JP>VN 47bn USD -")),
    ("Theo Hải quan Hàn Quốc, xuất khẩu sang Mỹ của nước này trong tháng 5 giảm 8%, còn nhập khẩu từ Mỹ tăng 3%.",
     ("export KR>US - - 2025-05 -8%", "import KR>US - - 2025-05 +3%")),
    ("Ấn Độ có 410 dự án với tổng vốn đăng ký 1 tỷ USD tại Việt Nam. Việt Nam đầu tư sang quốc gia Nam Á 16 dự án, tổng vốn 14 triệu USD.",
     ("investment IN>VN 1bn USD -", "investment VN>IN 14m USD -")),
    (("Trong 5 tháng, Bỉ là nước nhập khẩu chè nhiều nhất của Việt Nam, với 12.300 tấn, trị giá 45 triệu USD. Ba Lan nhập 8.100 tấn, "
      "trị giá 27 triệu USD. Nga mua 7.400 tấn, hơn 21 triệu USD, Ai Cập 5.200 tấn, 15 triệu USD."),
     ("import BE>VN 45m USD 2025-01..2025-05 g=chè", "import PL>VN 27m USD 2025-01..2025-05 g=chè",
      "import RU>VN 21m USD 2025-01..2025-05 min g=chè", "import EG>VN 15m USD 2025-01..2025-05 g=chè")),
    ("Đối với Ai Cập, nước ta xuất khẩu sang quốc gia này 9.400 tấn hạt điều và thu về hơn 52 triệu USD.",
     ("export VN>EG 52m USD - min g=hạt điều",)),
    (("Tính chung 2 tháng đầu năm 2025, thị trường EU đứng thứ 3 về kim ngạch xuất khẩu hàng hóa của Việt Nam (sau Hoa Kỳ), đạt "
      "8,9 tỷ USD, tăng 11%."),
     ("export VN>EU 8.9bn USD 2025-01..2025-02 +11%",)),
    (("Xuất khẩu gạo sang Ghana trong tháng 5 đạt 61.000 tấn, tương đương 35 triệu USD. Thị trường Malaysia - thị trường lớn thứ 4 đạt "
      "38.000 tấn, tương đương 19 triệu USD."),
     ("export VN>GH 35m USD 2025-05 g=gạo", "export VN>MY 19m USD 2025-05 g=gạo")),
    (("Xuất khẩu của Campuchia 5 tháng đạt 11 tỷ USD. Mỹ vẫn là thị trường xuất khẩu lớn nhất của Campuchia, đạt 4,1 tỷ USD. Việt Nam đứng "
      "thứ hai với 1,6 tỷ USD, tiếp theo là Đức (510 triệu USD)."),
     ("export KH>US 4.1bn USD 2025-01..2025-05", "export KH>VN 1.6bn USD 2025-01..2025-05", "export KH>DE 510m USD 2025-01..2025-05")),
    (("5 tháng năm 2025, xuất khẩu cá ngừ sang Israel đạt 32 triệu USD. Tiếp theo là xuất khẩu thị trường Canada đạt 19 triệu USD; "
      "Chile đạt 8 triệu USD."),
     ("export VN>IL 32m USD 2025-01..2025-05 g=cá ngừ", "export VN>CA 19m USD 2025-01..2025-05 g=cá ngừ",
      "export VN>CL 8m USD 2025-01..2025-05 g=cá ngừ")),
    (("Trong 5 tháng, xuất khẩu chanh leo đạt 90 triệu USD. Về thị trường xuất khẩu, Pháp vẫn là khách hàng lớn nhất, với kim ngạch gần "
      "31 triệu USD, chiếm 34% tổng giá trị xuất khẩu."),
     ("export VN>FR 31m USD 2025-01..2025-05 approx g=chanh leo",)),
    (("Giá trị xuất khẩu chè 5 tháng đầu năm 2025 sang thị trường Pakistan tăng 6,5%. Thị trường Nga cũng tăng 12%, trong khi thị trường "
      "Iraq giảm 4%."),
     ("export VN>PK - - 2025-01..2025-05 +6.5% g=chè", "export VN>RU - - 2025-01..2025-05 +12% g=chè",
      "export VN>IQ - - 2025-01..2025-05 -4% g=chè")),
    (("Trong 5 tháng, Trung Quốc đã chi 320 triệu USD để nhập khẩu dừa từ Việt Nam, tăng 21%. Xếp vị trí thứ 2 là Thái Lan với "
      "47 triệu USD."),
     ("import CN>VN 320m USD 2025-01..2025-05 +21% g=dừa", "import TH>VN 47m USD 2025-01..2025-05 g=dừa")),
    ("Trong số nhiều thị trường xuất khẩu túi xách, riêng thị trường Mỹ đạt kim ngạch lớn nhất 800 triệu USD, tăng 9%.",
     ("export VN>US 800m USD - +9%",)),
    (("Lũy kế đến hết năm 2024, Việt Nam đã có 1.825 dự án đầu tư ra nước ngoài với tổng vốn 22,6 tỷ USD. Trong đó, Lào nhận đầu tư của "
      "Việt Nam nhiều nhất với gần 5,7 tỷ USD."),
     ("investment VN>LA 5.7bn USD ..2024-12-31 approx",)),
    (("Xuất khẩu của Campuchia 5 tháng đạt 11 tỷ USD. Mỹ là thị trường xuất khẩu lớn nhất của Campuchia, đạt 4,1 tỷ USD, trong khi xuất "
      "khẩu sang Đức và Nhật Bản đều vượt 500 triệu USD."),
     ("export KH>US 4.1bn USD 2025-01..2025-05", "export KH>DE 500m USD 2025-01..2025-05 min", "export KH>JP 500m USD 2025-01..2025-05 min")),
    (("Trong 5 tháng, xuất khẩu bưởi đạt 40 triệu USD. Thị trường Nga dẫn đầu với kim ngạch 17 triệu USD. Ba Lan đứng thứ hai (năm ngoái "
      "vị trí thứ 8), chi 6 triệu USD mua bưởi Việt, tăng 51%. Séc đứng thứ ba với kim ngạch nhập khẩu gần 4 triệu USD."),
     ("export VN>RU 17m USD 2025-01..2025-05 g=bưởi", "import PL>VN 6m USD 2025-01..2025-05 +51% g=bưởi",
      "import CZ>VN 4m USD 2025-01..2025-05 approx")),
    ("Việt Nam và Hungary nhất trí sớm đưa kim ngạch thương mại song phương tăng gấp đôi hiện nay, đạt khoảng 2 tỷ USD.",
     ("trade VN>HU 2bn USD - target approx +100%",)),
    (("Việt Nam đã đầu tư sang 35 quốc gia, vùng lãnh thổ. Trong đó, Lào là địa bàn dẫn đầu với 97,6 triệu USD. Cuba xếp thứ hai với "
      "52,7 triệu USD."),
     ("investment VN>LA 97.6m USD -", "investment VN>CU 52.7m USD -")),
    (("Điểm sáng của xuất khẩu cá tra Việt Nam năm 2024 là thị trường Brazil khi mang về kim ngạch 136 triệu USD, tăng 30%."),
     ("export VN>BR 136m USD 2024 +30%",)),
    (("Trong 5 tháng, Thái Lan nhập khẩu 3.000 tấn chả cá của Việt Nam, trị giá 9 triệu USD. Cụ thể, xuất khẩu chả cá sang Anh đạt "
      "2 triệu USD."),
     ("import TH>VN 9m USD 2025-01..2025-05 g=chả cá", "export VN>GB 2m USD 2025-01..2025-05 g=chả cá")),
    (("Trong 5 tháng đầu năm 2025, xuất khẩu mực sang EU đạt 35 triệu USD. Một số thị trường trong khối có mức tăng đáng chú ý: Đức tăng "
      "24%, Bỉ tăng 31%."),
     ("export VN>EU 35m USD 2025-01..2025-05 g=mực", "export VN>DE - - 2025-01..2025-05 +24%", "export VN>BE - - 2025-01..2025-05 +31%")),
    ("Xuất khẩu mực sang khối các quốc gia trong Liên minh châu Âu (EU) tháng 5 đạt 12 triệu USD, giảm 25%.",
     ("export VN>EU 12m USD 2025-05 -25% g=mực",)),
)  # fmt: skip
