"""Meetings in running text, through the whole pipeline: who is meant by words that name nobody, in programmes and lists."""

from __future__ import annotations

from datetime import date

import pytest

from vnbilat_lib.doc import Article
from vnbilat_lib.pipeline import analyze

PUBLISHED = date(2024, 6, 20)


def told(text: str) -> list[str]:
    """Each meeting in one line: form, sides, status."""
    meetings = analyze(Article("invented", text, published=PUBLISHED)).meetings
    lines = (" / ".join(", ".join(p.name for p in side) for side in m.sides) for m in meetings)
    return sorted(
        f"{m.form} | {line}{'' if m.status == 'held' else f' | {m.status}'}" for m, line in zip(meetings, lines, strict=True)
    )


TWO_LEADERS = [
    (
        "Chủ tịch nước Phạm Đức Long sẽ chủ trì lễ đón Tổng thống Kazakhstan Arman Bekov. Hai nhà lãnh đạo sau đó sẽ hội đàm và chứng kiến lễ ký.",
        ["talks | Phạm Đức Long / Arman Bekov | planned"],
    ),
    (
        "Ngày 7/6, Thủ tướng Ấn Độ Ravi Menon điện đàm với Tổng thống Nga Ivan Orlov. Tháng trước, hai nhà lãnh đạo đã gặp nhau tại Thiên Tân.",
        ["call | Ravi Menon / Ivan Orlov", "meeting | Ravi Menon / Ivan Orlov"],
    ),
    (  # ranks: of three people named before, the two ministers
        "Ngoại trưởng Peru Carlos Vega tới Rome sáng 18/6. Theo Ngoại trưởng Italy Paolo Conti, hai ngoại trưởng sẽ có cuộc gặp chiều 21/6.",
        ["meeting | Paolo Conti / Carlos Vega | planned", "visit | Carlos Vega / IT"],
    ),
    (  # pointing back makes no second record
        "Chiều 19/6, Thủ tướng Lê Văn An hội đàm với Thủ tướng Lào Bounmy Vong. Tại cuộc hội đàm giữa hai Thủ tướng, hai bên nhất trí tăng cường hợp tác.",
        ["talks | Lê Văn An / Bounmy Vong"],
    ),
]
TWO_COUNTRIES = [
    ("Tổng thống Nga và Ai Cập điện đàm về tình hình Trung Đông", ["call | Tổng thống Nga / Tổng thống Ai Cập"]),
    ("Cuộc gặp giữa Ngoại trưởng Peru và Chile diễn ra chiều 18/6.", ["meeting | Ngoại trưởng Peru / Ngoại trưởng Chile"]),
    (
        "Lãnh đạo Nga - Mỹ hội đàm. Tổng thống Nga Ivan Orlov tới muộn. Tổng thống Mỹ John Carter chờ tại Geneva.",
        ["talks | Ivan Orlov / John Carter"],
    ),
]
GOALS_TOLD_ELSEWHERE = [
    (
        "Chặng tiếp theo là Angola, nơi Chủ tịch nước Phạm Đức Long thăm cấp Nhà nước từ ngày 18 đến 19/6.",
        ["visit | Phạm Đức Long / AO"],
    ),
    (  # he is received abroad
        (
            "Tại Hoàng cung ở Phnom Penh, Campuchia, Chủ tịch Thượng viện Campuchia Sok Dara tiếp Tổng Bí thư Phạm Đức Long chiều 19/6. Ông nhấn mạnh "
            "chuyến thăm của Tổng Bí thư Phạm Đức Long có ý nghĩa lớn."
        ),
        ["reception | Sok Dara / Phạm Đức Long", "visit | Phạm Đức Long / KH"],
    ),
]
NOBODY_MEANT = [
    "Thủ tướng Lào Bounmy Vong đã có bốn cuộc gặp với Thủ tướng Lê Văn An.",
    "Chủ tịch nước Phạm Đức Long tiếp Đại sứ Peru Carlos Vega. Hai nhà lãnh đạo đánh giá cao cuộc gặp.",
    "Báo chí nhắc tới Tổng thống Nga Ivan Orlov, Tổng thống Pháp Luc Marchand và Tổng thống Mỹ John Carter. Hai nhà lãnh đạo sẽ hội đàm.",
]
LISTS = [
    (
        "Chiều 18/6, Chủ tịch nước Phạm Đức Long tiếp Đại sứ các nước Mông Cổ, Nigeria và Algeria trình Quốc thư.",
        [
            "reception | Phạm Đức Long / Đại sứ Algeria",
            "reception | Phạm Đức Long / Đại sứ Mông Cổ",
            "reception | Phạm Đức Long / Đại sứ Nigeria",
        ],
    ),
    (
        "Ngày 18/6, hội đàm giữa Bí thư Tỉnh ủy 2 tỉnh Lào Cai, Hà Giang và Bí thư Tỉnh ủy Vân Nam diễn ra tại Côn Minh.",
        ["talks | Bí thư Tỉnh ủy Lào Cai, Bí thư Tỉnh ủy Hà Giang / Bí thư Tỉnh ủy Vân Nam"],
    ),
    (
        "Tại Ethiopia, Chủ tịch nước Phạm Đức Long sẽ hội đàm với Tổng thống Ethiopia, gặp Thủ tướng, Chủ tịch Hạ viện và làm việc với Liên minh châu Phi.",
        [
            "meeting | Phạm Đức Long / Chủ tịch Hạ viện Ethiopia | planned",
            "meeting | Phạm Đức Long / Liên minh châu Phi | planned",
            "meeting | Phạm Đức Long / Thủ tướng Ethiopia | planned",
            "talks | Phạm Đức Long / Tổng thống Ethiopia | planned",
        ],
    ),
    (
        "Tổng thống Hàn Quốc Kim Min-jun sẽ gặp Chủ tịch nước Phạm Đức Long, Thủ tướng Lê Văn An và dự Diễn đàn doanh nghiệp Việt Nam - Hàn Quốc.",
        [
            "conference | Kim Min-jun | planned",
            "meeting | Kim Min-jun / Lê Văn An | planned",
            "meeting | Kim Min-jun / Phạm Đức Long | planned",
        ],
    ),
]
CONSTRUCTIONS = [
    (  # who attends, with their offices
        (
            "Ngày 18/6 diễn ra Hội nghị giữa Bí thư Tỉnh ủy Lào Cai và Bí thư Tỉnh ủy Vân Nam. Dự Hội nghị về phía Trung Quốc có các đồng chí: "
            "Vương Minh, Bí thư Tỉnh ủy Vân Nam; Lý Hồng, Đại sứ Trung Quốc tại Việt Nam."
        ),
        ["conference | Bí thư Tỉnh ủy Lào Cai / Vương Minh, Lý Hồng"],
    ),
    (
        "Đó là thông điệp của Tổng thống Philippines Jose Ramos tại cuộc gặp với Tổng thống Nga Ivan Orlov hôm 18/6.",
        ["meeting | Jose Ramos / Ivan Orlov"],
    ),
    (
        "Ông Edano Yukio, Tổng Thư ký Đảng Dân chủ Nhật Bản, đã có các cuộc hội đàm với Bộ trưởng Ngoại giao Trần Minh Hải.",
        ["talks | Edano Yukio / Trần Minh Hải"],
    ),
    (
        "Sáng 18/6, Đoàn nghị sĩ Quốc hội Nhật Bản đã đến chào Chủ tịch Quốc hội Hoàng Thị Lan.",
        ["audience | Đoàn nghị sĩ Quốc hội Nhật Bản / Hoàng Thị Lan"],
    ),
    (
        "Thủ tướng Lê Văn An đã có cuộc hội đàm thực chất, hiệu quả với Tổng thống Belarus Alexander Petrov.",
        ["talks | Lê Văn An / Alexander Petrov"],
    ),
    (  # who receives a delegation told of before
        "Đoàn lãnh đạo tỉnh Quảng Trị do Chủ tịch UBND tỉnh Lê Quang Tâm dẫn đầu đã tới Lào. Tiếp đoàn có ông Bounmy Vong, Tỉnh trưởng Salavan.",
        ["reception | Bounmy Vong / Lê Quang Tâm", "visit | Lê Quang Tâm / LA"],
    ),
    (
        "Trong cuộc điện đàm hôm 18/6, Ngoại trưởng Iran Reza Karimi đã thảo luận về bầu cử với người đồng cấp Canada Emma Roy.",
        ["call | Reza Karimi / Emma Roy"],
    ),
    (
        "Kỳ họp lần thứ 5 Ủy ban hỗn hợp Việt Nam - Đức do Bộ trưởng Trần Minh Hải và Bộ trưởng Kinh tế Đức Hans Vogel đồng chủ trì.",
        ["conference | Trần Minh Hải / Hans Vogel"],
    ),
    (  # the guest attends, not the host
        "Thủ tướng Lê Văn An tiếp Ngoại trưởng New Zealand Jane Porter đang thăm Việt Nam và đồng chủ trì Hội nghị Bộ trưởng Ngoại giao hai nước.",
        ["conference | Jane Porter", "reception | Lê Văn An / Jane Porter", "visit | Jane Porter / VN"],
    ),
    (  # not the spokeswoman
        "Người phát ngôn Bộ Ngoại giao Phạm Thu Hà cho hay ngoài cuộc hội đàm với Tổng thống Phần Lan Kari Alanko, Chủ tịch nước Phạm Đức Long còn gặp cộng đồng người Việt.",
        ["talks | Phạm Đức Long / Kari Alanko"],
    ),
    (
        "Thủ tướng Nhật Bản Sato Kenji sẽ công du ba nước Đông Nam Á là Việt Nam, Lào và Philippines.",
        ["visit | Sato Kenji / LA | planned", "visit | Sato Kenji / PH | planned", "visit | Sato Kenji / VN | planned"],
    ),
    (
        "Bộ trưởng Quốc phòng Đỗ Quang Huy đã có cuộc gặp trực tuyến với Bộ trưởng Quốc phòng Nhật Bản Ono Kenta.",
        ["call | Đỗ Quang Huy / Ono Kenta"],
    ),
    (  # offices behind both names
        (
            "Thượng tướng Đỗ Quang Huy, Bộ trưởng Bộ Quốc phòng Việt Nam và Thượng tướng Vương Minh, Phó Chủ tịch Quân ủy Trung ương Trung Quốc đã "
            "đồng chủ trì Giao lưu hữu nghị quốc phòng biên giới Việt - Trung."
        ),
        ["conference | Đỗ Quang Huy / Vương Minh"],
    ),
    (  # what they agree to begin is no second meeting
        "Tổng thống Mỹ John Carter và Tổng thống Nga Ivan Orlov đã điện đàm, nhất trí khởi động đàm phán về Ukraine.",
        ["call | John Carter / Ivan Orlov"],
    ),
    (
        "Thủ tướng Nhật Bản Sato Kenji và Tổng thống Hàn Quốc Kim Min-jun đã tổ chức hội nghị thượng đỉnh tại Seoul.",
        ["conference | Sato Kenji / Kim Min-jun"],
    ),
    (
        "Tổng thống Indonesia Ahmad Rizal kết thúc chuyến thăm cấp Nhà nước 2 ngày tới Việt Nam.",
        ["visit | Ahmad Rizal / VN"],
    ),
    (
        "Ngoại trưởng Peru, Chile và Ecuador nhóm họp tại Lima.",
        ["meeting | Ngoại trưởng Peru / Ngoại trưởng Chile / Ngoại trưởng Ecuador"],
    ),
    (
        "Tại buổi tiếp, thay mặt lãnh đạo tỉnh, Bí thư Tỉnh ủy Sơn La Hoàng Văn Chung chào mừng Chủ tịch Quốc hội Cuba Mario Perez sang thăm Sơn La.",
        ["reception | Hoàng Văn Chung / Mario Perez", "visit | Mario Perez / VN-05"],
    ),
    (
        "Tổng Bí thư Phạm Đức Long tiếp Phó Chủ tịch Quốc hội Cuba Mario Perez. Tổng Bí thư chào mừng đồng chí Mario Perez sang thăm, làm việc tại Việt Nam.",
        ["reception | Phạm Đức Long / Mario Perez", "visit | Mario Perez / VN"],
    ),
    (  # who is greeted abroad is still to come
        "Tại New York, Chủ tịch nước Phạm Đức Long gặp Thủ tướng Bỉ Jan Peeters. Chủ tịch nước chào mừng Thủ tướng Jan Peeters thăm Việt Nam.",
        ["meeting | Phạm Đức Long / Jan Peeters"],
    ),
    (  # invited for a time
        "Tổng thống Mỹ John Carter đã mời Thủ tướng Nhật Bản Sato Kenji sang thăm Mỹ vào đầu năm tới.",
        ["visit | Sato Kenji / US | planned"],
    ),
    ("Tổng thống Mỹ John Carter đã mời Thủ tướng Nhật Bản Sato Kenji sang thăm Mỹ.", []),
    (
        "Chủ tịch tỉnh mời Thủ tướng Lào Bounmy Vong sang Quảng Ninh dự Hội chợ quốc tế lần thứ 14 vào tháng 9 tới.",
        [],
    ),
    (
        (
            "Chiều 18/6, Bộ Ngoại giao Việt Nam và Bộ Ngoại giao Lào đã tham vấn chính trị do Thứ trưởng Ngoại giao Trần Minh Hải và Thứ trưởng Ngoại giao "
            "Lào Bounmy Vong đồng chủ trì."
        ),
        ["talks | Trần Minh Hải / Bounmy Vong"],
    ),
    (  # titles that hold the word for a delegation
        (
            "Đại tướng Trần Văn Minh, Trưởng đoàn đại biểu quân sự cấp cao Việt Nam và Thượng tướng Lào Bounmy Vong, Trưởng đoàn đại biểu quân sự cấp cao "
            "Lào đã tiến hành hội đàm."
        ),
        ["talks | Trần Văn Minh / Bounmy Vong"],
    ),
    (
        "Chủ tịch nước Phạm Đức Long đã hội đàm với Tổng thống Bỉ Jan Peeters; thăm chính thức Hà Lan từ ngày 20/6.",
        ["talks | Phạm Đức Long / Jan Peeters", "visit | Phạm Đức Long / NL"],
    ),
    (  # offices between a traveller and his journey
        (
            "Tổng Biên tập Lê Văn Thuận tiếp ông Vương Minh, Ủy viên Trung ương Đảng Cộng sản Trung Quốc, Xã trưởng Hãng thông tấn Tân Hoa xã dẫn đầu đoàn "
            "đến thăm tòa soạn nhân chuyến thăm và làm việc tại Việt Nam."
        ),
        ["reception | Lê Văn Thuận / Vương Minh", "visit | Vương Minh / VN"],
    ),
    (
        "Thủ tướng Lê Văn An tiếp Đại sứ Canada Jean Dupont. Tháng 10/2023, Chủ tịch nước Phạm Đức Long đã dự Hội nghị cấp cao Pháp ngữ lần thứ 19.",
        ["conference | Phạm Đức Long", "reception | Lê Văn An / Jean Dupont"],
    ),
    (
        "Phó Thủ tướng Lê Văn An hội kiến Hoàng tử Anh Andrew - Công tước xứ York và Chủ tịch Thượng viện Anh Peter Fowler.",
        ["audience | Lê Văn An / Andrew", "audience | Lê Văn An / Peter Fowler"],
    ),
    (  # the leader of a country, and who is met elsewhere
        (
            "Tổng thống Mỹ John Carter tới Trung Đông. Dự kiến, nhà lãnh đạo Mỹ sẽ gặp Thủ tướng Israel Dan Levi tại Jerusalem ngày 22/6, và Tổng thống "
            "Palestine Omar Haddad tại Bethlehem."
        ),
        ["meeting | John Carter / Dan Levi | planned"],
    ),
    (
        "Chủ tịch Triều Tiên Kim Min-jun tới Singapore. Ngày 18/6, Tổng thống Mỹ John Carter đã gặp nhà lãnh đạo Triều Tiên.",
        ["meeting | John Carter / Kim Min-jun", "visit | Kim Min-jun / SG"],
    ),
    (
        "Cuộc gặp John Carter - Ivan Orlov diễn ra chiều 18/6 tại Helsinki. Tổng thống Mỹ John Carter và Tổng thống Nga Ivan Orlov họp báo.",
        ["meeting | John Carter / Ivan Orlov"],
    ),
    (  # what is called for is not the meeting where it is said
        "Tổng thống Nga Ivan Orlov đưa ra lời kêu gọi trên tại cuộc gặp với Tổng thống Pháp Luc Marchand.",
        ["meeting | Ivan Orlov / Luc Marchand"],
    ),
    (
        (
            "Chủ tịch nước Phạm Đức Long tiếp ông Vương Minh, Ủy viên Trung ương Đảng Cộng sản Trung Quốc, Bí thư Tỉnh ủy Phúc Kiến và ông Lý Hồng, Tỉnh "
            "trưởng tỉnh Phúc Kiến."
        ),
        ["reception | Phạm Đức Long / Vương Minh, Lý Hồng"],
    ),
    (
        "Thủ tướng Lê Văn An và Thủ tướng Hà Lan Jan Peeters nhất trí như vậy tại buổi hội đàm giữa hai nhà lãnh đạo.",
        ["talks | Lê Văn An / Jan Peeters"],
    ),
    (  # one subject over the parts of a long programme
        "Thủ tướng Lê Văn An sẽ làm việc với Bộ trưởng Kinh tế Đức Karl Weiss; gặp Chủ tịch Quốc hội bang Hessen Norbert Klein và gặp Thủ hiến bang Hessen Uwe Stein.",
        [
            "meeting | Lê Văn An / Karl Weiss | planned",
            "meeting | Lê Văn An / Norbert Klein | planned",
            "meeting | Lê Văn An / Uwe Stein | planned",
        ],
    ),
    (
        "Chủ tịch Đảng Nhân dân Singapore Tan Wei Ming cảm ơn Tổng Bí thư Phạm Đức Long; thông báo kết quả cuộc hội đàm với Trưởng Ban Kinh tế Trung ương Lê Văn Bảo.",
        ["talks | Tan Wei Ming / Lê Văn Bảo"],
    ),
    (  # who is received is no subject of what follows
        "Chiều 18/6, Chủ tịch nước Phạm Đức Long chủ trì lễ đón Tổng thống Bỉ Jan Peeters, sau đó hội đàm với Tổng thống Bỉ.",
        ["talks | Phạm Đức Long / Jan Peeters"],
    ),
    (
        "Chủ tịch Quốc hội Hoàng Thị Lan chủ trì lễ đón Chủ tịch Hạ viện Bỉ Jan Peeters. Ngay sau lễ đón, hai Chủ tịch tiến hành hội đàm.",
        ["talks | Hoàng Thị Lan / Jan Peeters"],
    ),
    (
        "Đang trong chuyến thăm Việt Nam, Tổng thống Hàn Quốc Kim Min-jun ngày 21/6 dự kiến gặp các doanh nghiệp.",
        ["visit | Kim Min-jun / VN"],
    ),
]


DELEGATIONS = [
    (  # told by who leads it elsewhere
        (
            "Đoàn đại biểu Đảng Dân tiến Nhật Bản do ông Sato Kenji, Phó Tổng thư ký Đảng Dân tiến Nhật Bản dẫn đầu thăm Việt Nam. Trước đó, "
            "Đoàn đại biểu Đảng Dân tiến Nhật Bản đã đến chào xã giao Trưởng Ban Tổ chức Trung ương Phạm Văn Chính."
        ),
        ["audience | Sato Kenji / Phạm Văn Chính", "visit | Sato Kenji / VN"],
    ),
    (  # by who heads what it stands for
        (
            "Tổng Bí thư Phạm Đức Long tiếp Chủ tịch Đảng Nhân dân Singapore Tan Wei Ming. Đoàn cấp cao Đảng Nhân dân Singapore đã có cuộc làm việc với "
            "Bộ trưởng Bộ Giao thông Vận tải Trương Văn Nghĩa."
        ),
        ["meeting | Tan Wei Ming / Trương Văn Nghĩa", "reception | Phạm Đức Long / Tan Wei Ming"],
    ),
    (
        (
            "Đoàn công tác do Phó Thống đốc tỉnh Kagawa Sato Kenji dẫn đầu thăm Hải Dương. Sáng 18/6, Đoàn đã đến chào xã giao Chủ tịch UBND tỉnh "
            "Hải Dương Nguyễn Văn Quế."
        ),
        ["audience | Sato Kenji / Nguyễn Văn Quế", "visit | Sato Kenji / VN-61"],
    ),
    (
        (
            "Đoàn công tác Bộ Thương mại Trung Quốc do Thứ trưởng Bộ Thương mại Trung Quốc Vương Kiến Quốc làm trưởng đoàn thăm Lào Cai. Chủ tịch UBND tỉnh "
            "Lào Cai Trịnh Văn Sơn đã thân mật tiếp Đoàn."
        ),
        ["reception | Trịnh Văn Sơn / Vương Kiến Quốc", "visit | Vương Kiến Quốc / VN-02"],
    ),
    (
        "Đoàn Việt Nam tới thủ đô Phần Lan tối 18/6. Tổng Bí thư Phạm Đức Long sẽ hội đàm với Tổng thống Phần Lan Kari Alanko.",
        ["talks | Phạm Đức Long / Kari Alanko | planned", "visit | Phạm Đức Long / FI"],
    ),
    (
        (
            "Tổng Bí thư Phạm Đức Long tiếp Chủ tịch Đảng Dân tiến Nhật Bản Sato Kenji. Đoàn đại biểu Đảng Dân tiến Nhật Bản có các cuộc làm việc với "
            "lãnh đạo Bộ Văn hóa Việt Nam."
        ),
        ["meeting | Sato Kenji / Bộ Văn hóa Việt Nam", "reception | Phạm Đức Long / Sato Kenji"],
    ),
    ("Đoàn đại biểu Quốc hội Lào làm việc với Bộ Văn hóa Việt Nam. Chủ tịch Quốc hội Hoàng Thị Lan đến sân bay.", []),
    ("Đoàn đại biểu Quốc hội Lào thăm Việt Nam. Chủ tịch Quốc hội Hoàng Thị Lan đến sân bay.", []),  # nobody is told to lead it
]


@pytest.mark.parametrize(
    ("text", "meetings"), [*TWO_LEADERS, *DELEGATIONS, *TWO_COUNTRIES, *GOALS_TOLD_ELSEWHERE, *LISTS, *CONSTRUCTIONS]
)
def test_running_text_tells_its_meetings(text: str, meetings: list[str]) -> None:
    assert told(text) == meetings


@pytest.mark.parametrize("text", NOBODY_MEANT)
def test_two_leaders_who_are_not_told_meet_nobody(text: str) -> None:
    assert not [line for line in told(text) if line.startswith(("talks", "meeting"))]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ trưởng Công Thương Trần Minh Hải cho biết việc đàm phán với Liên minh châu Âu còn kéo dài.",
        "Đại sứ Mỹ Jane Porter phát biểu tại một cuộc họp của Hội đồng Bảo an về Triều Tiên.",
    ],
)
def test_an_organisation_is_a_counterpart_only_of_sittings(text: str) -> None:
    assert told(text) == []
