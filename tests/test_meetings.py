"""Meetings: every form, status and construction of the codebook on invented sentences; what must not be coded; what must hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import read

from vnbilat_lib import lexicon
from vnbilat_lib.doc import Article, Dating, Doc, Meeting, Mention, Person, Place, Sentence, Span
from vnbilat_lib.match import fold
from vnbilat_lib.meetings import tag_meetings
from vnbilat_lib.meetings.cues import NAMES, cue_phrases


def told(meeting: Meeting) -> str:
    """A meeting in one line: form, sides, status, days."""
    sides = " / ".join(", ".join(p.name for p in side) for side in meeting.sides)
    days = f"{meeting.start or ''}..{meeting.end or ''}" if meeting.start or meeting.end else ""
    return " | ".join(filter(None, (meeting.form, sides, meeting.status if meeting.status != "held" else "", days)))


def coded(marked: str) -> list[str]:
    return sorted(told(m) for m in tag_meetings(read(marked)).meetings)


CALLS = [
    ("<2024-05-09 Tối 9/5>, [VN1 Thủ tướng|Lê Văn An] đã điện đàm với [FI1 Thủ tướng Phần Lan|Kari Alanko].", "call | Lê Văn An / Kari Alanko | 2024-05-09..2024-05-09"),
    ("[FR1 Tổng thống Pháp|Luc Marchand] và [CA1 Thủ tướng Canada|Emma Roy] điện đàm <2024-05-08 hôm 8/5>.", "call | Luc Marchand / Emma Roy | 2024-05-08..2024-05-08"),
    ("[DE1 Thủ tướng Đức|Hans Vogel] có cuộc điện đàm với người đồng cấp [IT1 Italy|Paolo Conti].", "call | Hans Vogel / Paolo Conti"),
    ("Trong cuộc điện đàm với [VN3 Bộ trưởng Ngoại giao|Trần Minh Hải], [AU3 Ngoại trưởng Australia|Jane Porter] cảm ơn {VN Việt Nam}.", "call | Jane Porter / Trần Minh Hải"),
    ("Cuộc điện đàm giữa [RU1 Tổng thống Nga|Ivan Orlov] và [TR1 Tổng thống Thổ Nhĩ Kỳ|Kemal Aydin] kéo dài 40 phút.", "call | Ivan Orlov / Kemal Aydin"),
    ("[US1 Tổng thống Mỹ|John Carter] gọi điện cho [IL1 Thủ tướng Israel|David Levi] <2024-05-07 ngày 7/5>.", "call | John Carter / David Levi | 2024-05-07..2024-05-07"),
    ("[MX1 Tổng thống Mexico|Luis Romero] đã gọi điện thoại cho [CL1 Tổng thống Chile|Ana Soto].", "call | Luis Romero / Ana Soto"),
    ("[JP1 Thủ tướng Nhật Bản|Sato Kenji] trao đổi qua điện thoại với [IN1 Thủ tướng Ấn Độ|Ravi Menon].", "call | Sato Kenji / Ravi Menon"),
    ("[GB3 Ngoại trưởng Anh|Peter Hall] nói chuyện qua điện thoại với [UA3 Ngoại trưởng Ukraine|Oleh Bondar].", "call | Peter Hall / Oleh Bondar"),
    ("[KR1 Tổng thống Hàn Quốc|Kim Min-jun] nhận cuộc gọi điện thoại từ [PL1 Tổng thống Ba Lan|Adam Nowak].", "call | Kim Min-jun / Adam Nowak"),
    ("[LA1 Thủ tướng Lào|Bounmy Vong] vừa có cuộc điện đàm đầu tiên với [TH1 Thủ tướng Thái Lan|Anan Chai].", "call | Bounmy Vong / Anan Chai"),
    ("Phát biểu sau cuộc điện đàm với [CZ1 Thủ tướng Séc|Petr Novak], [SK1 Thủ tướng Slovakia|Jan Kral] nói hai nước sẽ hợp tác.", "call | Jan Kral / Petr Novak"),
    ("<2024-05-09 Chiều 9/5>, [VN3 Bộ trưởng Quốc phòng|Đỗ Quang Huy] hội đàm trực tuyến với [CU3 Bộ trưởng Quốc phòng Cuba|Raul Mesa].", "call | Đỗ Quang Huy / Raul Mesa | 2024-05-09..2024-05-09"),
    ("[EG1 Tổng thống Ai Cập|Samir Fahmy] đã tiến hành điện đàm với [JO1 Quốc vương Jordan|Hassan Talal].", "call | Samir Fahmy / Hassan Talal"),
    ("[BR1 Tổng thống Brazil|Paulo Lima] điện đàm trực tiếp với [AR1 Tổng thống Argentina|Diego Paz] về thương mại.", "call | Paulo Lima / Diego Paz"),
    ("Kết quả cuộc điện đàm của [ES1 Thủ tướng Tây Ban Nha|Jorge Vidal] và [PT1 Thủ tướng Bồ Đào Nha|Rui Matos] được giữ kín.", "call | Jorge Vidal / Rui Matos"),
    ("[VN1 Chủ tịch nước|Phạm Đức Long] sẽ điện đàm với [RU1 Tổng thống Nga|Ivan Orlov] <2024-05-14 ngày 14/5>.", "call | Phạm Đức Long / Ivan Orlov | planned | 2024-05-14..2024-05-14"),
    ("[SE3 Ngoại trưởng Thụy Điển|Karin Berg] cùng [NO3 Ngoại trưởng Na Uy|Ole Dahl] đã có cuộc trao đổi qua điện thoại.", "call | Karin Berg / Ole Dahl"),
    ("[MY1 Thủ tướng Malaysia|Ahmad Rizal] dự kiến điện đàm với [SG1 Thủ tướng Singapore|Tan Wei Ming] <2024-05-12 vào ngày 12/5>.", "call | Ahmad Rizal / Tan Wei Ming | planned | 2024-05-12..2024-05-12"),
    ("[UA1 Tổng thống Ukraine|Taras Melnyk] hủy cuộc điện đàm với [HU1 Thủ tướng Hungary|Gabor Toth].", "call | Taras Melnyk / Gabor Toth | cancelled"),
    ("[AT1 Thủ tướng Áo|Franz Huber] gọi điện chúc mừng [GR1 Thủ tướng Hy Lạp|Nikos Pappas].", "call | Franz Huber / Nikos Pappas"),
]

AUDIENCES = [
    ("<2024-05-08 Sáng 8/5>, [VN3 Bộ trưởng Ngoại giao|Trần Minh Hải] hội kiến [CL1 Tổng thống Chile|Ana Soto].", "audience | Trần Minh Hải / Ana Soto | 2024-05-08..2024-05-08"),
    ("[VN2 Phó Thủ tướng|Ngô Thanh Sơn] đã có cuộc hội kiến với [JP1 Thủ tướng Nhật Bản|Sato Kenji].", "audience | Ngô Thanh Sơn / Sato Kenji"),
    ("[KH3 Bộ trưởng Nội vụ Campuchia|Sok Dara] yết kiến [TH1 Nhà Vua Thái Lan|Somchai].", "audience | Sok Dara / Somchai"),
    ("[TH1 Nhà Vua Thái Lan|Somchai] tiếp kiến [LA3 Bộ trưởng Ngoại giao Lào|Khamla Phim].", "audience | Khamla Phim / Somchai"),
    ("[NL4 Đại sứ Hà Lan|Kees Jansen] chào xã giao [VN3 Chủ tịch UBND tỉnh|Vũ Thị Mai].", "audience | Kees Jansen / Vũ Thị Mai"),
    ("[VN1 Chủ tịch Quốc hội|Hoàng Thị Lan] tiếp [BE4 Đại sứ Bỉ|Marc Peeters] đến chào xã giao.", "audience | Marc Peeters / Hoàng Thị Lan"),
    ("Tân [AT4 Đại sứ Áo|Ernst Kofler] đến chào [VN2 Phó Chủ tịch nước|Đặng Thị Hoa] <2024-05-07 chiều 7/5>.", "audience | Ernst Kofler / Đặng Thị Hoa | 2024-05-07..2024-05-07"),
    ("Tại buổi hội kiến [CU1 Chủ tịch Cuba|Miguel Sosa], [VN3 Bộ trưởng Quốc phòng|Đỗ Quang Huy] chuyển lời thăm hỏi.", "audience | Đỗ Quang Huy / Miguel Sosa"),
    ("[MN3 Bộ trưởng Y tế Mông Cổ|Bat Erdene] được [VN1 Thủ tướng|Lê Văn An] tiếp kiến.", "audience | Bat Erdene / Lê Văn An"),
    ("[IN3 Bộ trưởng Ngoại giao Ấn Độ|Arun Rao] sẽ hội kiến [VN1 Chủ tịch nước|Phạm Đức Long] <2024-05-15 ngày 15/5>.", "audience | Arun Rao / Phạm Đức Long | planned | 2024-05-15..2024-05-15"),
    ("Cuộc hội kiến giữa [QA3 Bộ trưởng Năng lượng Qatar|Saad Karim] và [VN1 Thủ tướng|Lê Văn An] diễn ra chiều qua.", "audience | Saad Karim / Lê Văn An"),
    ("[KR3 Bộ trưởng Quốc phòng Hàn Quốc|Park Seo-yun] hội kiến với [PH1 Tổng thống Philippines|Jose Ramos].", "audience | Park Seo-yun / Jose Ramos"),
    ("Trong cuộc hội kiến với [IR1 Tổng thống Iran|Reza Karimi], [OM3 Ngoại trưởng Oman|Said Badr] nêu ba đề nghị.", "audience | Said Badr / Reza Karimi"),
    ("[VN3 Bí thư Thành ủy|Bùi Quốc Dũng] chào xã giao [CN3 Bí thư Tỉnh ủy Quảng Đông|Lý Hy Văn].", "audience | Bùi Quốc Dũng / Lý Hy Văn"),
    ("[DK4 Đại sứ Đan Mạch|Lars Holm] tới chào [VN2 Phó Thủ tướng|Ngô Thanh Sơn] nhân dịp bắt đầu nhiệm kỳ.", "audience | Lars Holm / Ngô Thanh Sơn"),
    ("[PE3 Ngoại trưởng Peru|Carlos Vega] bái kiến [BN1 Quốc vương Brunei|Omar Ali].", "audience | Carlos Vega / Omar Ali"),
    ("[VN3 Bộ trưởng Công an|Tạ Văn Khôi] hội kiến [HU1 Thủ tướng Hungary|Gabor Toth] tại {HU:city Budapest}.", "audience | Tạ Văn Khôi / Gabor Toth"),
    ("[SK3 Bộ trưởng Kinh tế Slovakia|Ivan Horak] đã hội kiến và trao đổi với [VN1 Thủ tướng|Lê Văn An].", "audience | Ivan Horak / Lê Văn An"),
    ("Tại cuộc chào xã giao [VN3 Chủ tịch UBND thành phố|Lâm Thị Thu], [RU4 Tổng Lãnh sự Nga|Pavel Sidorov] tặng sách.", "audience | Pavel Sidorov / Lâm Thị Thu"),
    ("[EG3 Bộ trưởng Thương mại Ai Cập|Nadia Saleh] hủy cuộc hội kiến với [DZ1 Tổng thống Algeria|Yacine Brahimi].", "audience | Nadia Saleh / Yacine Brahimi | cancelled"),
    ("Chiều nay, [BG2 Phó Thủ tướng Bulgaria|Elena Petrova] hội kiến [VN1 Tổng Bí thư|Nguyễn Hữu Thắng].", "audience | Elena Petrova / Nguyễn Hữu Thắng"),
]

TALKS = [
    ("<2024-05-06 Sáng 6/5>, tại {VN:city Hà Nội}, [VN1 Thủ tướng|Lê Văn An] hội đàm với [FI1 Thủ tướng Phần Lan|Kari Alanko].", "talks | Lê Văn An / Kari Alanko | 2024-05-06..2024-05-06"),
    ("[RU3 Ngoại trưởng Nga|Oleg Titov] và người đồng cấp [EG3 Ai Cập|Amr Nabil] tiến hành hội đàm tại {RU:city Mátxcơva}.", "talks | Oleg Titov / Amr Nabil"),
    ("Cuộc hội đàm giữa [US1 Tổng thống Mỹ|John Carter] và [KR1 Tổng thống Hàn Quốc|Kim Min-jun] diễn ra tại {US:city Nhà Trắng}.", "talks | John Carter / Kim Min-jun"),
    ("Kết quả hội đàm của [VN3 Bộ trưởng Quốc phòng|Đỗ Quang Huy] và [LA3 Bộ trưởng Quốc phòng Lào|Chansy Pho] rất tốt.", "talks | Đỗ Quang Huy / Chansy Pho"),
    ("Sau hội đàm với [DE1 Thủ tướng Đức|Hans Vogel], [FR1 Tổng thống Pháp|Luc Marchand] họp báo.", "talks | Luc Marchand / Hans Vogel"),
    ("[VN3 Bộ trưởng Công an|Tạ Văn Khôi] đã hội đàm với Đoàn đại biểu Bộ Nội vụ {CU Cuba} do [CU3 Bộ trưởng|Raul Mesa] làm trưởng đoàn.", "talks | Tạ Văn Khôi / Raul Mesa"),
    ("Tại hội đàm, hai bên ký văn kiện. [IL1 Thủ tướng Israel|David Levi] đàm phán với [JO3 Ngoại trưởng Jordan|Sami Odeh].", "talks | David Levi / Sami Odeh"),
    ("Dưới sự chủ trì của [VN2 Phó Thủ tướng|Ngô Thanh Sơn] và [CN2 Phó Thủ tướng Trung Quốc|Hàn Chí Viễn], hội đàm diễn ra cởi mở.", "talks | Ngô Thanh Sơn / Hàn Chí Viễn"),
    ("Phiên đối thoại chiến lược giữa [VN4 Thứ trưởng Ngoại giao|Mai Thu Hà] và [AU4 Thứ trưởng Ngoại giao Australia|Tom Reid] kết thúc.", "talks | Mai Thu Hà / Tom Reid"),
    ("Cuộc hội đàm tại {FR:city Paris} sắp diễn ra giữa [FR1 Tổng thống Pháp|Luc Marchand] và [PL1 Tổng thống Ba Lan|Adam Nowak].", "talks | Luc Marchand / Adam Nowak | planned"),
]

RECEPTIONS = [
    ("<2024-05-09 Chiều 9/5>, tại Trụ sở Chính phủ, [VN1 Thủ tướng|Lê Văn An] đã tiếp [JP4 Đại sứ Nhật Bản|Ito Naoki].", "reception | Lê Văn An / Ito Naoki | 2024-05-09..2024-05-09"),
    ("[CN3 Bí thư Tỉnh ủy Vân Nam|Dương Thành Vũ] được [VN1 Chủ tịch nước|Phạm Đức Long] tiếp.", "reception | Phạm Đức Long / Dương Thành Vũ"),
    ("[GB1 Thủ tướng Anh|Alice Moore] đón tiếp [IE1 Thủ tướng Ireland|Sean Burke].", "reception | Alice Moore / Sean Burke"),
    ("Tại buổi tiếp [KR0 Chủ tịch Tập đoàn Hansung|Choi Dae-ho], [VN1 Thủ tướng|Lê Văn An] đánh giá cao dự án.", "reception | Lê Văn An / Choi Dae-ho"),
    ("[VN3 Bộ trưởng Tài chính|Cao Thị Nga] tiếp và làm việc với [--3 Tổng Giám đốc IMF|Maria Fischer].", "reception | Cao Thị Nga / Maria Fischer"),
    ("> [VN1 Chủ tịch Quốc hội|Hoàng Thị Lan] tiếp [CU1 Chủ tịch Quốc hội Cuba|Jorge Leon].", "reception | Hoàng Thị Lan / Jorge Leon"),
    ("[VN1 Tổng Bí thư|Nguyễn Hữu Thắng] tiếp Đoàn đại biểu Đảng Nhân dân {KH Campuchia} do [KH1 Chủ tịch Đảng|Sok Chenda] dẫn đầu.", "reception | Nguyễn Hữu Thắng / Sok Chenda"),
    ("[VN1 Thủ tướng|Lê Văn An] đã tiếp lãnh đạo Tập đoàn Nordhaus của {DE Đức}.", "reception | Lê Văn An / Tập đoàn Nordhaus"),
    ("[US1 Tổng thống Mỹ|John Carter] sẽ tiếp đón [VN1 Thủ tướng|Lê Văn An] tại {US:city Nhà Trắng} <2024-05-20 ngày 20/5>.", "reception | John Carter / Lê Văn An | planned | 2024-05-20..2024-05-20"),
]

MEETINGS = [
    ("[VN3 Bộ trưởng Công Thương|Phan Văn Đức] gặp [SG3 Bộ trưởng Thương mại Singapore|Lim Kok Wah] <2024-05-05 ngày 5/5>.", "meeting | Phan Văn Đức / Lim Kok Wah | 2024-05-05..2024-05-05"),
    ("[US3 Ngoại trưởng Mỹ|Mark Ellis] có cuộc gặp song phương với [RU3 Ngoại trưởng Nga|Oleg Titov] bên lề hội nghị.", "meeting | Mark Ellis / Oleg Titov"),
    ("Trao đổi với [CN3 Chủ tịch tỉnh Quảng Tây|Lam Thiên Lập] hôm qua, [VN4 Đại sứ|Hồ Xuân Bách] nêu hai đề xuất.", "meeting | Hồ Xuân Bách / Lam Thiên Lập"),
    ("[IN1 Thủ tướng Ấn Độ|Ravi Menon] và [PK1 Thủ tướng Pakistan|Imran Shah] gặp nhau tại {UZ:city Tashkent}.", "meeting | Ravi Menon / Imran Shah"),
    ("Bộ trưởng Quốc phòng các nước [AU3 Bộ trưởng Quốc phòng Australia|Ann Lee], [JP3 Bộ trưởng Quốc phòng Nhật Bản|Mori Taro] và [US3 Bộ trưởng Quốc phòng Mỹ|Bill Shaw] đã có cuộc gặp ba bên.", "meeting | Ann Lee / Mori Taro / Bill Shaw"),
    ("> [VN2 Phó Thủ tướng|Ngô Thanh Sơn] (trái) và [LA2 Phó Thủ tướng Lào|Sone Keo] tại cuộc gặp <2024-05-04 ngày 4/5>.", "meeting | Ngô Thanh Sơn / Sone Keo | 2024-05-04..2024-05-04"),
    ("[VN3 Bộ trưởng Y tế|Lý Thị Hạnh] làm việc với [--3 Tổng Giám đốc WHO|Peter Braun].", "meeting | Lý Thị Hạnh / Peter Braun"),
    ("Trong cuộc làm việc với [NL1 Thủ tướng Hà Lan], [VN1 Thủ tướng|Lê Văn An] bàn về nông nghiệp.", "meeting | Lê Văn An / Thủ tướng Hà Lan"),
    ("Cuộc gặp thượng đỉnh giữa [US1 Tổng thống Mỹ|John Carter] và [RU1 Tổng thống Nga|Ivan Orlov] bắt đầu lúc 9 giờ.", "meeting | John Carter / Ivan Orlov"),
    ("[VN1 Thủ tướng|Lê Văn An] lần lượt gặp [IT1 Thủ tướng Italy|Paolo Conti] và [ES1 Thủ tướng Tây Ban Nha|Jorge Vidal].", "meeting | Lê Văn An / Jorge Vidal; meeting | Lê Văn An / Paolo Conti"),
]

VISITS = [
    ("[CZ1 Tổng thống Séc|Petr Novak] thăm chính thức {VN Việt Nam} <2024-05-06/2024-05-09 từ ngày 6 đến 9/5>.", "visit | Petr Novak / VN | 2024-05-06..2024-05-09"),
    ("Chuyến thăm {CN Trung Quốc} của [VN1 Tổng Bí thư|Nguyễn Hữu Thắng] thành công tốt đẹp.", "visit | Nguyễn Hữu Thắng / CN"),
    ("Trước thềm chuyến thăm của [IN1 Thủ tướng Ấn Độ|Ravi Menon] tới {VN Việt Nam} dự kiến <2024-05-20/2024-05-22 từ ngày 20 đến 22/5>, báo chí hai nước đăng nhiều bài.", "visit | Ravi Menon / VN | planned | 2024-05-20..2024-05-22"),
    ("[VN1 Thủ tướng|Lê Văn An] tiếp [LA3 Bộ trưởng Ngoại giao Lào|Khamla Phim] đang ở thăm {VN Việt Nam}.", "reception | Lê Văn An / Khamla Phim; visit | Khamla Phim / VN"),
    ("Trong chuyến thăm tỉnh {CN-YN:region Vân Nam}, [VN4 Đại sứ|Hồ Xuân Bách] gặp các lưu học sinh.", "visit | Hồ Xuân Bách / CN-YN"),
    ("[VN2 Phó Thủ tướng|Ngô Thanh Sơn] công tác tại {JP Nhật Bản}.", "visit | Ngô Thanh Sơn / JP"),
    ("<2024-05-08 Ngày 8/5>, [VN1 Chủ tịch nước|Phạm Đức Long] đã đến {HU:city Budapest}, bắt đầu chuyến thăm cấp Nhà nước tới {HU Hungary}.", "visit | Phạm Đức Long / HU | 2024-05-08.."),
    ("[FR1 Tổng thống Pháp|Luc Marchand] công du {EG Ai Cập} và {JO Jordan} <2024-05-01/2024-05-03 từ ngày 1 đến 3/5>.", "visit | Luc Marchand / EG | 2024-05-01..2024-05-03; visit | Luc Marchand / JO | 2024-05-01..2024-05-03"),
    ("Đoàn đại biểu Quốc hội do [VN1 Chủ tịch Quốc hội|Hoàng Thị Lan] dẫn đầu sang thăm {CU Cuba} <2024-05-02/2024-05-05 từ ngày 2 đến 5/5>.", "visit | Hoàng Thị Lan / CU | 2024-05-02..2024-05-05"),
    ("[KR1 Tổng thống Hàn Quốc|Kim Min-jun] sẽ tới {MN Mông Cổ} <2024-06-01/2024-06-30:month vào tháng 6>.", "visit | Kim Min-jun / MN | planned | 2024-06-01..2024-06-30"),
]

CONFERENCES = [
    ("<2024-05-05 Sáng 5/5>, [VN1 Thủ tướng|Lê Văn An] dự Hội nghị thượng đỉnh Mekong tại {TH:city Bangkok}.", "conference | Lê Văn An | 2024-05-05..2024-05-05"),
    ("[VN2 Phó Thủ tướng|Ngô Thanh Sơn] phát biểu tại Diễn đàn doanh nghiệp {VN+DE:both Việt - Đức}.", "conference | Ngô Thanh Sơn"),
    ("Hội nghị thường niên giữa [VN3 Bí thư Tỉnh ủy Lào Cai|Đoàn Văn Nam] và [CN3 Bí thư Tỉnh ủy Vân Nam|Dương Thành Vũ] khai mạc.", "conference | Đoàn Văn Nam / Dương Thành Vũ"),
    ("Phát biểu tại Hội nghị Tương lai châu Á tại {TH:city Bangkok}, [JP1 Thủ tướng Nhật Bản|Sato Kenji] kêu gọi mở cửa.", "conference | Sato Kenji"),
    ("[VN1 Chủ tịch Quốc hội|Hoàng Thị Lan] sẽ dẫn đầu đoàn đại biểu tham dự Đại hội đồng Nghị viện thế giới tại {RS Serbia} <2024-10-01/2024-10-31:month vào tháng 10>.", "conference | Hoàng Thị Lan | planned | 2024-10-01..2024-10-31"),
    ("[VN3 Bộ trưởng Công Thương|Phan Văn Đức] và [HU3 Bộ trưởng Kinh tế Hungary|Zsolt Kiss] đồng chủ trì kỳ họp Ủy ban hỗn hợp.", "conference | Phan Văn Đức / Zsolt Kiss"),
    ("[AU3 Bộ trưởng Quốc phòng Australia|Ann Lee] tham dự Đối thoại Shangri-La tại {SG Singapore}.", "conference | Ann Lee"),
    ("[VN2 Phó Thủ tướng|Ngô Thanh Sơn] dự lễ khai mạc Hội chợ {CN Trung Quốc} - {ASEAN:bloc ASEAN} <2024-05-04 ngày 4/5>.", "conference | Ngô Thanh Sơn | 2024-05-04..2024-05-04"),
    ("[IT1 Thủ tướng Italy|Paolo Conti] hủy dự Hội nghị thượng đỉnh G7 tại {CA Canada}.", "conference | Paolo Conti | cancelled"),
]

PLANNED = [
    ("[VN1 Thủ tướng|Lê Văn An] sẽ hội đàm với [FI1 Thủ tướng Phần Lan|Kari Alanko] <2024-05-13 ngày 13/5>.", "talks | Lê Văn An / Kari Alanko | planned | 2024-05-13..2024-05-13"),
    ("Dự kiến, [US3 Ngoại trưởng Mỹ|Mark Ellis] gặp [CN3 Ngoại trưởng Trung Quốc|Trương Kiến Minh] <2024-05-16 ngày 16/5>.", "meeting | Mark Ellis / Trương Kiến Minh | planned | 2024-05-16..2024-05-16"),
    ("[JP1 Thủ tướng Nhật Bản|Sato Kenji] sắp thăm {VN Việt Nam} <2024-05-25/2024-05-27 từ ngày 25 đến 27/5>.", "visit | Sato Kenji / VN | planned | 2024-05-25..2024-05-27"),
    ("Theo kế hoạch, [KR1 Tổng thống Hàn Quốc|Kim Min-jun] tiếp [LA1 Thủ tướng Lào|Bounmy Vong] <2024-05-17 ngày 17/5>.", "reception | Kim Min-jun / Bounmy Vong | planned | 2024-05-17..2024-05-17"),
    ("[FR1 Tổng thống Pháp|Luc Marchand] có kế hoạch thăm {IN Ấn Độ} <2024-12-01/2024-12-31:month vào tháng 12>.", "visit | Luc Marchand / IN | planned | 2024-12-01..2024-12-31"),
    ("Cuộc gặp giữa [RU1 Tổng thống Nga|Ivan Orlov] và [TR1 Tổng thống Thổ Nhĩ Kỳ|Kemal Aydin] sẽ diễn ra <2024-05-18 ngày 18/5>.", "meeting | Ivan Orlov / Kemal Aydin | planned | 2024-05-18..2024-05-18"),
    ("[DE1 Thủ tướng Đức|Hans Vogel] chuẩn bị thăm {BR Brazil} <2024-05-21 ngày 21/5>.", "visit | Hans Vogel / BR | planned | 2024-05-21..2024-05-21"),
    ("Theo lịch trình, [VN1 Chủ tịch nước|Phạm Đức Long] hội kiến [CU1 Chủ tịch Cuba|Miguel Sosa] <2024-05-19 ngày 19/5>.", "audience | Phạm Đức Long / Miguel Sosa | planned | 2024-05-19..2024-05-19"),
    ("# [MX1 Tổng thống Mexico|Luis Romero] sẽ gặp [US1 Tổng thống Mỹ|John Carter]\n[@Luis Romero|Ông] chưa công bố chương trình.", "meeting | Luis Romero / John Carter | planned"),
    ("[VN3 Bộ trưởng Quốc phòng|Đỗ Quang Huy] dự kiến tham dự Đối thoại Shangri-La tại {SG Singapore} <2024-05-31 ngày 31/5>.", "conference | Đỗ Quang Huy | planned | 2024-05-31..2024-05-31"),
    ("Chuyến thăm {VN Việt Nam} của [NL1 Thủ tướng Hà Lan|Jan Visser] sẽ diễn ra <2024-05-28/2024-05-29 từ ngày 28 đến 29/5>.", "visit | Jan Visser / VN | planned | 2024-05-28..2024-05-29"),
    ("[IL1 Thủ tướng Israel|David Levi] lên kế hoạch gặp [JO1 Quốc vương Jordan|Hassan Talal] <2024-05-22 ngày 22/5>.", "meeting | David Levi / Hassan Talal | planned | 2024-05-22..2024-05-22"),
    ("[SG1 Thủ tướng Singapore|Tan Wei Ming] tới đây sẽ tiếp [VN1 Thủ tướng|Lê Văn An] <2024-05-23 ngày 23/5>.", "reception | Tan Wei Ming / Lê Văn An | planned | 2024-05-23..2024-05-23"),
    ("Cuộc hội đàm sắp diễn ra giữa [CA1 Thủ tướng Canada|Emma Roy] và [GB1 Thủ tướng Anh|Alice Moore] bàn về thuế.", "talks | Emma Roy / Alice Moore | planned"),
    ("[CZ1 Thủ tướng Séc|Petr Novak] dự định thăm {PL Ba Lan} <2024-06-03 ngày 3/6>.", "visit | Petr Novak / PL | planned | 2024-06-03..2024-06-03"),
    ("[PH1 Tổng thống Philippines|Jose Ramos] nhận lời thăm {VN Việt Nam} <2024-10-01/2024-10-31:month vào tháng 10>.", "visit | Jose Ramos / VN | planned | 2024-10-01..2024-10-31"),
    ("[AR1 Tổng thống Argentina|Diego Paz] gặp [CL1 Tổng thống Chile|Ana Soto] <2024-05-15 ngày 15/5> tới.", "meeting | Diego Paz / Ana Soto | planned | 2024-05-15..2024-05-15"),
    ("[AT1 Thủ tướng Áo|Franz Huber] thăm {RS Serbia} <2024-05-14 vào ngày 14/5>.", "visit | Franz Huber / RS | planned | 2024-05-14..2024-05-14"),
    ("Hai bên chuẩn bị cho cuộc gặp giữa [SE1 Thủ tướng Thụy Điển|Karin Berg] và [NO1 Thủ tướng Na Uy|Ole Dahl].", "meeting | Karin Berg / Ole Dahl | planned"),
    ("[EG1 Tổng thống Ai Cập|Samir Fahmy] dự kiến lên đường sang {SD Sudan} <2024-05-12 ngày 12/5>.", "visit | Samir Fahmy / SD | planned | 2024-05-12.."),
    ("<2024-05-30 Ngày 30/5>, [VN1 Thủ tướng|Lê Văn An] và [AU1 Thủ tướng Australia|Ruth Clark] hội đàm tại {AU:city Canberra}.", "talks | Lê Văn An / Ruth Clark | planned | 2024-05-30..2024-05-30"),
]

CANCELLED = [
    ("[US1 Tổng thống Mỹ|John Carter] hủy cuộc gặp với [RU1 Tổng thống Nga|Ivan Orlov].", "meeting | John Carter / Ivan Orlov | cancelled"),
    ("[MX1 Tổng thống Mexico|Luis Romero] đã hủy chuyến thăm {US Mỹ}.", "visit | Luis Romero / US | cancelled"),
    ("Cuộc hội đàm giữa [JP1 Thủ tướng Nhật Bản|Sato Kenji] và [KR1 Tổng thống Hàn Quốc|Kim Min-jun] bị hủy.", "talks | Sato Kenji / Kim Min-jun | cancelled"),
    ("[TR1 Tổng thống Thổ Nhĩ Kỳ|Kemal Aydin] hoãn chuyến thăm {GR Hy Lạp}.", "visit | Kemal Aydin / GR | cancelled"),
    ("Chuyến thăm {DE Đức} của [PL1 Tổng thống Ba Lan|Adam Nowak] bị hoãn vì dịch bệnh.", "visit | Adam Nowak / DE | cancelled"),
    ("[IN3 Ngoại trưởng Ấn Độ|Arun Rao] hủy bỏ cuộc gặp với [PK3 Ngoại trưởng Pakistan|Bilal Khan].", "meeting | Arun Rao / Bilal Khan | cancelled"),
    ("[IL1 Thủ tướng Israel|David Levi] đã quyết định hủy cuộc gặp với [DE3 Ngoại trưởng Đức|Eva Kraus].", "meeting | David Levi / Eva Kraus | cancelled"),
    ("[PH1 Tổng thống Philippines|Jose Ramos] phải hoãn chuyến công du {JP Nhật Bản}.", "visit | Jose Ramos / JP | cancelled"),
    ("Cuộc gặp giữa [SA3 Ngoại trưởng Saudi Arabia|Faisal Harb] và [IR3 Ngoại trưởng Iran|Javad Amini] đã bị hủy.", "meeting | Faisal Harb / Javad Amini | cancelled"),
    ("[GB3 Ngoại trưởng Anh|Peter Hall] hủy chuyến thăm {RU Nga} dự kiến <2024-05-11 ngày 11/5>.", "visit | Peter Hall / RU | cancelled | 2024-05-11..2024-05-11"),
    ("[QA1 Quốc vương Qatar|Hamad Nasser] hoãn cuộc điện đàm với [KW1 Quốc vương Kuwait|Jaber Salem].", "call | Hamad Nasser / Jaber Salem | cancelled"),
    ("[HU1 Thủ tướng Hungary|Gabor Toth] hủy hội đàm với [UA1 Tổng thống Ukraine|Taras Melnyk].", "talks | Gabor Toth / Taras Melnyk | cancelled"),
    ("[CA1 Thủ tướng Canada|Emma Roy] hoãn chuyến thăm {IN Ấn Độ} <2024-05-16/2024-05-18 từ ngày 16 đến 18/5>.", "visit | Emma Roy / IN | cancelled | 2024-05-16..2024-05-18"),
    ("[EG1 Tổng thống Ai Cập|Samir Fahmy] hủy cuộc tiếp [QA3 Ngoại trưởng Qatar|Saad Karim].", "reception | Samir Fahmy / Saad Karim | cancelled"),
    ("Chuyến công du {CN Trung Quốc} của [AU1 Thủ tướng Australia|Ruth Clark] bị hủy.", "visit | Ruth Clark / CN | cancelled"),
    ("[VE1 Tổng thống Venezuela|Rafael Mora] hủy chuyến đi {PE Peru} của mình vào phút chót.", "visit | Rafael Mora / PE | cancelled"),
    ("[BR1 Tổng thống Brazil|Paulo Lima] hoãn cuộc gặp [FR1 Tổng thống Pháp|Luc Marchand] <2024-05-14 ngày 14/5>.", "meeting | Paulo Lima / Luc Marchand | cancelled | 2024-05-14..2024-05-14"),
    ("Cuộc điện đàm giữa [AM1 Thủ tướng Armenia|Aram Sarkis] và [AZ1 Tổng thống Azerbaijan|Elnur Aliev] bị hoãn.", "call | Aram Sarkis / Elnur Aliev | cancelled"),
    ("[SK1 Thủ tướng Slovakia|Jan Kral] tuyên bố hủy chuyến thăm {CZ Séc}.", "visit | Jan Kral / CZ | cancelled"),
    ("[DK1 Thủ tướng Đan Mạch|Lars Holm] hủy cuộc hội kiến với [SE1 Quốc vương Thụy Điển|Gustav].", "audience | Lars Holm / Gustav | cancelled"),
    ("[IE1 Thủ tướng Ireland|Sean Burke] trì hoãn chuyến thăm {ES Tây Ban Nha}.", "visit | Sean Burke / ES | cancelled"),
]

MUST_NOT = {
    "domestic meeting": "[VN1 Thủ tướng|Lê Văn An] gặp [VN3 Bộ trưởng Công Thương|Phan Văn Đức], bàn về xuất khẩu sang {JP Nhật Bản}.",
    "domestic reception": "[VN1 Chủ tịch nước|Phạm Đức Long] tiếp [VN3 Chủ tịch UBND tỉnh|Vũ Thị Mai], bàn việc đón khách {LA Lào}.",
    "domestic talks abroad": "Tại {FR Pháp}, [VN1 Thủ tướng|Lê Văn An] hội đàm với [VN2 Phó Thủ tướng|Ngô Thanh Sơn].",
    "voters": "[VN1 Thủ tướng|Lê Văn An] tiếp xúc cử tri sau khi {US Mỹ} áp thuế.",
    "reporters": "[VN1 Thủ tướng|Lê Văn An] gặp báo chí {JP Nhật Bản} tại {JP:city Tokyo}.",
    "overseas Vietnamese": "[VN1 Thủ tướng|Lê Văn An] gặp gỡ kiều bào tại {CZ Séc}.",
    "many leaders": "[VN1 Chủ tịch nước|Phạm Đức Long] gặp nhiều lãnh đạo {CN Trung Quốc}.",
    "some firms": "[VN1 Thủ tướng|Lê Văn An] tiếp một số doanh nghiệp {KR Hàn Quốc}.",
    "number of presidents": "[GB1 Nữ hoàng Anh|Mary] đã gặp gỡ 12 [US1 Tổng thống Mỹ] trong đời.",
    "wish to meet": "[US1 Tổng thống Mỹ|John Carter] muốn gặp [RU1 Tổng thống Nga|Ivan Orlov].",
    "readiness to meet": "[JP1 Thủ tướng Nhật Bản|Sato Kenji] sẵn sàng gặp [KR1 Tổng thống Hàn Quốc|Kim Min-jun].",
    "possible meeting": "[JP1 Thủ tướng Nhật Bản|Sato Kenji] có thể gặp [CN1 Chủ tịch Trung Quốc|Lưu Đức Hải] trong năm nay.",
    "proposal to meet": "[RU1 Tổng thống Nga|Ivan Orlov] đề nghị gặp [UA1 Tổng thống Ukraine|Taras Melnyk].",
    "call for dialogue": "[FR1 Tổng thống Pháp|Luc Marchand] kêu gọi đối thoại với [IR1 Tổng thống Iran|Reza Karimi].",
    "refusal": "[IL1 Thủ tướng Israel|David Levi] từ chối gặp [DE3 Ngoại trưởng Đức|Eva Kraus].",
    "negated meeting": "[TR1 Tổng thống Thổ Nhĩ Kỳ|Kemal Aydin] không gặp [GR1 Thủ tướng Hy Lạp|Nikos Pappas].",
    "never met": "[US1 Tổng thống Mỹ|John Carter] chưa từng gặp [KP1 Chủ tịch Triều Tiên|Ri Chol].",
    "conditional": "Nếu gặp [RU1 Tổng thống Nga|Ivan Orlov], [US1 Tổng thống Mỹ|John Carter] sẽ nêu vấn đề này.",
    "invitation": "[VN1 Thủ tướng|Lê Văn An] mời [JP1 Thủ tướng Nhật Bản|Sato Kenji] thăm {VN Việt Nam}.",
    "invitation with an event": "[CN3 Bí thư Tỉnh ủy Vân Nam|Dương Thành Vũ] mời [VN1 Thủ tướng|Lê Văn An] sang {CN-YN:region Vân Nam} dự Hội chợ {CN Trung Quốc} - Nam Á <2024-08-01/2024-08-31:month vào tháng 8>.",
    "accepted without a day": "[FR1 Tổng thống Pháp|Luc Marchand] nhận lời thăm {VN Việt Nam} vào thời điểm thích hợp.",
    "wish to visit": "[IN1 Thủ tướng Ấn Độ|Ravi Menon] bày tỏ nguyện vọng thăm {VN Việt Nam}.",
    "plan to visit some day": "[AU1 Thủ tướng Australia|Ruth Clark] nói gì đó.\n[@Ruth Clark|Bà] cân nhắc thăm {CN Trung Quốc}.",
    "counted visits": "[CN3 Bí thư Tỉnh ủy Quảng Tây|Lam Thiên Lập] đã thăm {VN Việt Nam} 5 lần.",
    "frequent visits": "[RU1 Tổng thống Nga|Ivan Orlov] đã thăm {CN Trung Quốc} nhiều lần.",
    "tourists": "Lượng du khách {RU Nga} thăm {VN Việt Nam} tăng, theo [VN4 Đại sứ|Hồ Xuân Bách].",
    "warship": "Tàu hải quân {IN Ấn Độ} thăm {VN:city Đà Nẵng}, [IN4 Đại sứ Ấn Độ|Anil Das] cho biết.",
    "visit at home": "[VN1 Thủ tướng|Lê Văn An] thăm {VN-22:region Quảng Ninh} trước khi {US Mỹ} công bố thuế.",
    "visit to a house": "[VN1 Thủ tướng|Lê Văn An] thăm Đại sứ quán {VN Việt Nam} tại {JP Nhật Bản}.",
    "sick call": "[VN1 Chủ tịch nước|Phạm Đức Long] ân cần thăm hỏi bệnh nhân từ {UA Ukraine}.",
    "poll": "Cuộc thăm dò cho thấy [FR1 Tổng thống Pháp|Luc Marchand] được ủng hộ hơn [DE1 Thủ tướng Đức|Hans Vogel].",
    "greetings sent": "[VN1 Chủ tịch nước|Phạm Đức Long] gửi lời thăm hỏi tới [CU1 Chủ tịch Cuba|Miguel Sosa].",
    "telegram": "[VN1 Thủ tướng|Lê Văn An] gửi điện mừng tới [IT1 Thủ tướng Italy|Paolo Conti].",
    "letter": "[RU1 Tổng thống Nga|Ivan Orlov] gửi thư cho [SY1 Tổng thống Syria|Adnan Sabbagh].",
    "implied contact": "[FR1 Tổng thống Pháp|Luc Marchand] và [DE1 Thủ tướng Đức|Hans Vogel] đã thống nhất lập trường.",
    "goes on": "[VN1 Thủ tướng|Lê Văn An] tiếp tục ủng hộ [LA1 Thủ tướng Lào|Bounmy Vong].",
    "next after": "Tiếp theo [FI1 Thủ tướng Phần Lan|Kari Alanko], [SE1 Thủ tướng Thụy Điển|Karin Berg] từ chức.",
    "access": "[US3 Ngoại trưởng Mỹ|Mark Ellis] tiếp cận [CU1 Chủ tịch Cuba|Miguel Sosa] bằng chính sách mới.",
    "takes over": "[GB1 Thủ tướng Anh|Alice Moore] tiếp quản ghế của [IE1 Thủ tướng Ireland|Sean Burke] tại hội đồng.",
    "directly": "[RU1 Tổng thống Nga|Ivan Orlov] trực tiếp chỉ trích [US1 Tổng thống Mỹ|John Carter].",
    "one after another": "[US1 Tổng thống Mỹ|John Carter] liên tiếp chỉ trích [CA1 Thủ tướng Canada|Emma Roy].",
    "receives goods": "[VN3 Bộ trưởng Quốc phòng|Đỗ Quang Huy] tiếp nhận tàu do {JP Nhật Bản} trao tặng, [JP4 Đại sứ Nhật Bản|Ito Naoki] nói.",
    "trouble": "[GB1 Thủ tướng Anh|Alice Moore] gặp khó khăn với {EU:bloc EU} sau khi [FR1 Tổng thống Pháp|Luc Marchand] phản đối.",
    "resistance": "[US1 Tổng thống Mỹ|John Carter] gặp phải phản ứng từ [MX1 Tổng thống Mexico|Luis Romero].",
    "accident": "Máy bay chở [PL1 Tổng thống Ba Lan|Adam Nowak] gặp sự cố, [CZ1 Tổng thống Séc|Petr Novak] chia buồn.",
    "football": "Ở vòng sau, U20 {VN Việt Nam} gặp {FR Pháp}, [VN5 HLV|Hoàng Anh Quân] nói.",
    "coaches": "[VN0 HLV|Hoàng Anh Quân] gặp [KR0 HLV|Choi Dae-ho] trước trận đấu.",
    "works abroad": "[VN5 chuyên viên|Lý Minh Tâm] làm việc tại {US Mỹ} và quen [US3 Ngoại trưởng Mỹ|Mark Ellis].",
    "trade exchange": "[VN1 Thủ tướng|Lê Văn An] và [CN1 Thủ tướng Trung Quốc|Lý Gia Minh] đánh giá trao đổi thương mại tăng nhanh.",
    "welcome ceremony": "[BY1 Tổng thống Belarus|Andrei Kozlov] chủ trì lễ đón [VN1 Chủ tịch nước|Phạm Đức Long] tại {BY:city Minsk}.",
    "signing": "[VN1 Thủ tướng|Lê Văn An] và [NL1 Thủ tướng Hà Lan|Jan Visser] chứng kiến lễ ký năm văn kiện.",
    "banquet": "[VN1 Thủ tướng|Lê Văn An] dự tiệc chiêu đãi của [US3 Ngoại trưởng Mỹ|Mark Ellis].",
    "joint press": "Tại cuộc họp báo với [IL1 Thủ tướng Israel|David Levi], [US1 Tổng thống Mỹ|John Carter] nhắc lại cam kết.",
    "project": "[VN3 Bộ trưởng Giao thông|Trịnh Văn Sáng] thúc đẩy dự án do {JP Nhật Bản} tài trợ, [JP4 Đại sứ Nhật Bản|Ito Naoki] cho biết.",
    "domestic conference": "[VN1 Thủ tướng|Lê Văn An] dự hội nghị tổng kết ngành nông nghiệp, nhắc tới thị trường {CN Trung Quốc}.",
    "a conference": "[US1 cựu Tổng thống Mỹ|John Carter] phát biểu tại một hội nghị ở {ID:city Jakarta}.",
    "anniversary": "[VN1 Chủ tịch Quốc hội|Hoàng Thị Lan] dự lễ kỷ niệm quốc khánh {CU Cuba}.",
    "architects": "Hội Kiến trúc sư {VN Việt Nam} mời [FR5 chuyên gia|Jean Petit] nói chuyện.",
    "bodies without a person": "Bộ Công Thương {VN Việt Nam} hội đàm với Bộ Thương mại {CN Trung Quốc}, theo [VN4 Đại sứ|Hồ Xuân Bách].",
    "threat to cancel": "[US1 Tổng thống Mỹ|John Carter] kêu gọi hủy cuộc gặp mà không nói với ai.",
    "firm opposite a low office": "[VN5 Vụ trưởng|Lý Minh Tâm] làm việc với Tập đoàn Nordhaus của {DE Đức}.",
    "gifts through": "Qua [VN4 Đại sứ|Hồ Xuân Bách], [JP1 Thủ tướng Nhật Bản|Sato Kenji] gửi lời chúc.",
    "motion of goods": "Hàng của [VN0 Chủ tịch Tập đoàn Sao Việt|Đinh Công Phú] xuất khẩu sang {US Mỹ}, theo [US4 Đại sứ Mỹ|Dan Hill].",
    "habitual exchange": "Lãnh đạo hai nước duy trì các chuyến thăm lẫn nhau, [CN4 Đại sứ Trung Quốc|Hồ Quang Vinh] nói về {VN Việt Nam}.",
    "no such talks": "Bà [RU6 Người phát ngôn|Olga Petrova] nói [RU1 Tổng thống Nga|Ivan Orlov] chẳng chuẩn bị cho cuộc đối thoại nào với [FR1 Tổng thống Pháp|Luc Moreau].",
    "whichever visit": "[RU6 Người phát ngôn|Olga Petrova] phủ nhận chuyến thăm nào của [RU1 Tổng thống Nga|Ivan Orlov] tới {FR Pháp}.",
}


FAMILIES = {
    "call": CALLS,
    "audience": AUDIENCES,
    "talks": TALKS,
    "reception": RECEPTIONS,
    "meeting": MEETINGS,
    "visit": VISITS,
    "conference": CONFERENCES,
    "planned": PLANNED,
    "cancelled": CANCELLED,
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=f"{name}-{n}") for name, cases in FAMILIES.items() for n, case in enumerate(cases)])
def test_a_sentence_tells_its_meetings(text: str, expected: str | None) -> None:
    assert coded(text) == sorted(expected.split("; ") if expected else [])


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in MUST_NOT.items()])
def test_what_is_no_meeting_is_not_coded(text: str) -> None:
    assert coded(text) == []


ARTICLE = """# [VN1 Thủ tướng|Lê Văn An] gặp [FI1 Thủ tướng Phần Lan|Kari Alanko]
<2024-05-09 Chiều 9/5>, tại {FI:city Helsinki}, trong khuôn khổ chuyến thăm chính thức {FI Phần Lan}, [VN1 Thủ tướng|Lê Văn An] đã hội đàm với [FI1 Thủ tướng Phần Lan|Kari Alanko].
> [VN1 Thủ tướng|Lê Văn An] và [FI1 Thủ tướng Phần Lan|Kari Alanko] tại cuộc gặp.
Tại cuộc gặp, [@Lê Văn An|Thủ tướng] đề nghị tăng thương mại.
[@Kari Alanko|Bà Alanko] nhắc lại chuyến thăm {VN Việt Nam} của [@Kari Alanko|bà] <2022-10-01/2022-10-31:month hồi tháng 10/2022>.
<2024-05-09 Cùng ngày>, [@Lê Văn An|Thủ tướng] tiếp [FI0 Chủ tịch Tập đoàn Norlys|Mika Salo]."""


def test_one_meeting_told_four_times_is_one_record_of_the_most_specific_form() -> None:
    meetings = tag_meetings(read(ARTICLE)).meetings
    talks = [m for m in meetings if m.form == "talks"]
    assert [told(m) for m in talks] == ["talks | Lê Văn An / Kari Alanko | 2024-05-09..2024-05-09"]
    assert not [m for m in meetings if m.form == "meeting"]


def test_visit_and_talks_within_it_are_both_coded_and_the_talks_day_is_not_the_visits() -> None:
    meetings = {told(m): m for m in tag_meetings(read(ARTICLE)).meetings}
    assert "visit | Lê Văn An / FI" in meetings
    assert meetings["visit | Lê Văn An / FI"].salience == "main"


def test_another_visit_recalled_is_background() -> None:
    recalled = next(m for m in tag_meetings(read(ARTICLE)).meetings if m.sides[1][0].name == "VN")
    assert (recalled.salience, recalled.start, recalled.end, recalled.grain) == ("background", date(2022, 10, 1), date(2022, 10, 31), "within")


def test_a_reception_on_a_visit_stands_in_the_country_visited() -> None:
    reception = next(m for m in tag_meetings(read(ARTICLE)).meetings if m.form == "reception")
    assert (reception.country, reception.place) == ("FI", None)
    assert [e.basis for e in reception.evidence if e.slot == "country"] == ["inferred"]


def test_place_and_country_are_told() -> None:
    talks = next(m for m in tag_meetings(read(ARTICLE)).meetings if m.form == "talks")
    assert (talks.place, talks.country) == ("Helsinki", "FI")


def test_every_value_has_its_evidence() -> None:
    doc = tag_meetings(read(ARTICLE))
    talks = next(m for m in doc.meetings if m.form == "talks")
    slots = {e.slot: e.span.of(doc.text) for e in talks.evidence}
    assert slots["start"] == "Chiều 9/5"
    assert slots["place"] == "Helsinki"
    assert slots["form"] == "hội đàm"
    assert "Lê Văn An" in slots["fact"]
    assert "Kari Alanko" in slots["fact"]
    assert sum(e.slot == "actor" for e in talks.evidence) == 2


def test_the_quote_is_a_clause_not_the_sentence() -> None:
    doc = tag_meetings(
        read("<2024-05-09 Chiều 9/5>, [VN1 Thủ tướng|Lê Văn An] đã tiếp [JP4 Đại sứ Nhật Bản|Ito Naoki], và sau đó làm nhiều việc khác.")
    )
    assert doc.meetings[0].quote.of(doc.text) == "Chiều 9/5, Thủ tướng Lê Văn An đã tiếp Đại sứ Nhật Bản Ito Naoki"


def test_two_days_apart_are_two_meetings() -> None:
    first = "<2024-05-08 Ngày 8/5>, [VN1 Thủ tướng|Lê Văn An] gặp [FI1 Thủ tướng Phần Lan|Kari Alanko]."
    second = "<2024-01-10 Ngày 10/1>, [@Lê Văn An|ông] cũng đã gặp [@Kari Alanko|bà Alanko]."
    assert len(tag_meetings(read(f"{first}\n{second}")).meetings) == 2


def test_a_vague_exchange_after_a_call_is_the_call() -> None:
    call = "[US1 Tổng thống Mỹ|John Carter] điện đàm với [AU1 Thủ tướng Australia|Ruth Clark]."
    again = "Trong cuộc trao đổi với [@Ruth Clark|bà Clark], [@John Carter|ông Carter] nêu vấn đề thuế."
    assert coded(f"{call}\n{again}") == ["call | John Carter / Ruth Clark"]


def test_a_word_pointing_back_gives_the_form() -> None:
    gathering = "[VN1 Thủ tướng|Lê Văn An] gặp [FI1 Thủ tướng Phần Lan|Kari Alanko]."
    later = "Tại hội đàm, [@Lê Văn An|Thủ tướng] nêu ba đề nghị."
    assert coded(f"{gathering}\n{later}") == ["talks | Lê Văn An / Kari Alanko"]


def test_an_office_becomes_its_holder() -> None:
    headline = "# [VN1 Thủ tướng|Lê Văn An] tiếp [JP4 Đại sứ Nhật Bản]"
    body = "<2024-05-09 Chiều 9/5>, [@Lê Văn An|Thủ tướng] đã tiếp [JP4 Đại sứ Nhật Bản|Ito Naoki]."
    assert coded(f"{headline}\n{body}") == ["reception | Lê Văn An / Ito Naoki | 2024-05-09..2024-05-09"]


def test_a_delegation_in_the_headline_is_its_leader() -> None:
    headline = "# [VN1 Tổng Bí thư|Nguyễn Hữu Thắng] tiếp Đoàn đại biểu Đảng Nhân dân {KH Campuchia}"
    body = "[@Nguyễn Hữu Thắng|Tổng Bí thư] đã tiếp Đoàn do [KH1 Chủ tịch Đảng|Sok Chenda] dẫn đầu."
    assert coded(f"{headline}\n{body}") == ["reception | Nguyễn Hữu Thắng / Sok Chenda"]


def test_the_subject_may_stand_in_the_sentence_before() -> None:
    first = "<2024-05-09 Ngày 9/5>, [VN1 Thủ tướng|Lê Văn An] tới {FI:city Helsinki}."
    second = "Tại cuộc gặp với [FI1 Tổng thống Phần Lan|Eero Niemi], hai bên bàn về giáo dục."
    assert "meeting | Lê Văn An / Eero Niemi | 2024-05-09..2024-05-09" in coded(f"{first}\n{second}")


def test_the_day_a_visit_ends_is_not_the_day_of_talks_told_later() -> None:
    first = "<2024-05-09 Ngày 9/5>, [VN1 Thủ tướng|Lê Văn An] kết thúc chuyến thăm {FI Phần Lan}.\nChuyến thăm thành công tốt đẹp."
    second = "[@Lê Văn An|Thủ tướng] đã gặp [FI1 Tổng thống Phần Lan|Eero Niemi], hai bên bàn về giáo dục."
    assert "meeting | Lê Văn An / Eero Niemi" in coded(f"{first}\n{second}")


def test_a_journey_to_an_event_is_a_visit_and_a_conference() -> None:
    text = "[VN2 Phó Thủ tướng|Ngô Thanh Sơn] sang {CN-GX:region Quảng Tây} dự Hội chợ {CN Trung Quốc} - {ASEAN:bloc ASEAN} <2024-05-03/2024-05-05 từ ngày 3 đến 5/5>."
    assert coded(text) == [
        "conference | Ngô Thanh Sơn | 2024-05-03..2024-05-05",
        "visit | Ngô Thanh Sơn / CN | 2024-05-03..2024-05-05",
    ]


def test_going_to_an_event_abroad_is_a_visit_too() -> None:
    text = "[VN2 Phó Thủ tướng|Ngô Thanh Sơn] sang dự Hội nghị thượng đỉnh Mekong tại {LA:city Viêng Chăn} <2024-05-04 ngày 4/5>."
    assert coded(text) == [
        "conference | Ngô Thanh Sơn | 2024-05-04..2024-05-04",
        "visit | Ngô Thanh Sơn / LA | 2024-05-04..2024-05-04",
    ]


def test_a_working_trip_to_an_event_goes_where_the_event_is() -> None:
    text = "Chuyến công tác dự Hội nghị thượng đỉnh Mekong tại {LA Lào} của [VN1 Thủ tướng|Lê Văn An] thành công."
    assert "visit | Lê Văn An / LA" in coded(text)


def test_the_days_of_visit_and_event_are_both_theirs() -> None:
    text = "[VN1 Chủ tịch nước|Phạm Đức Long] thăm {CN Trung Quốc} và dự Diễn đàn Vành đai và Con đường <2024-05-01/2024-05-04 từ ngày 1 đến 4/5>."
    assert {told(m).rsplit(" | ", 1)[1] for m in tag_meetings(read(text)).meetings} == {"2024-05-01..2024-05-04"}


def test_speakers_of_a_forum_told_elsewhere_take_part_in_it() -> None:
    lead = "<2024-05-09 Chiều 9/5>, tại {VN:city Hà Nội}, hai bên tổ chức Diễn đàn doanh nghiệp {VN+CZ:both Việt - Séc}."
    first = "Phát biểu tại Diễn đàn, [VN2 Phó Thủ tướng|Ngô Thanh Sơn] đánh giá cao hợp tác."
    second = "> [CZ1 Tổng thống Séc|Petr Novak] phát biểu."
    assert coded(f"{lead}\n{first}\n{second}") == ["conference | Ngô Thanh Sơn / Petr Novak | 2024-05-09..2024-05-09"]


def test_numbered_events_are_kept_apart() -> None:
    pair = "giữa [VN3 Bí thư Tỉnh ủy Lào Cai|Đoàn Văn Nam] và [CN3 Bí thư Tỉnh ủy Vân Nam|Dương Thành Vũ]"
    first = f"<2024-05-09 Ngày 9/5>, Hội nghị thường niên lần thứ 3 {pair} diễn ra tại {{VN-02:region Lào Cai}}."
    second = f"Hội nghị thường niên lần thứ 4 {pair} sẽ được tổ chức tại {{CN-YN:region Vân Nam}} <2025-01-01/2025-03-31:quarter vào quý I/2025>."
    between = "Các địa phương báo cáo.\nCác bên thảo luận.\nKhông khí cởi mở."
    meetings = tag_meetings(read(f"{first}\n{between}\n{second}")).meetings
    assert [(m.status, m.salience, m.place) for m in meetings] == [("held", "main", "Lào Cai"), ("planned", "background", "Vân Nam")]


def test_spouses_are_left_out() -> None:
    text = "[CZ1 Tổng thống Séc|Petr Novak] và [CZ5 Phu nhân|Eva Novakova] thăm {VN Việt Nam} <2024-05-06/2024-05-09 từ ngày 6 đến 9/5>."
    assert coded(text) == ["visit | Petr Novak / VN | 2024-05-06..2024-05-09"]


def test_the_first_of_two_clocks_counts() -> None:
    text = "<2024-05-08 Chiều 8/5> theo giờ địa phương (<2024-05-09 rạng sáng 9/5>, giờ Hà Nội), [VN1 Thủ tướng|Lê Văn An] hội đàm với [US1 Tổng thống Mỹ|John Carter]."
    assert coded(text) == ["talks | Lê Văn An / John Carter | 2024-05-08..2024-05-08"]


def test_a_reporters_day_is_not_the_meetings() -> None:
    text = "<2024-05-09 Ngày 9/5>, báo chí dẫn lời [US1 Tổng thống Mỹ|John Carter] trong cuộc điện đàm với [CN1 Chủ tịch Trung Quốc|Lưu Đức Hải]."
    assert coded(text) == ["call | John Carter / Lưu Đức Hải"]


def test_until_a_day_gives_only_the_end() -> None:
    from dataclasses import replace

    doc = read("[VN4 Đại sứ|Hồ Xuân Bách] thăm tỉnh {CN-YN:region Vân Nam} kéo dài <2024-05-13 đến ngày 13/5>.")
    doc = replace(doc, times=(replace(doc.times[0], modifier="until"),))
    assert [told(m) for m in tag_meetings(doc).meetings] == ["visit | Hồ Xuân Bách / CN-YN | ..2024-05-13"]


def test_parts_name_who_receives_and_who_calls() -> None:
    reception = tag_meetings(read(RECEPTIONS[0][0])).meetings[0]
    audience = tag_meetings(read(AUDIENCES[0][0])).meetings[0]
    assert [side[0].part for side in reception.sides] == ["receiving", "received"]
    assert [side[0].part for side in audience.sides] == ["visiting", "receiving"]


def test_cues_are_unique_within_an_article() -> None:
    meetings = tag_meetings(read("[VN1 Thủ tướng|Lê Văn An] lần lượt gặp [IT1 Thủ tướng Italy|Paolo Conti] và [ES1 Thủ tướng Tây Ban Nha|Jorge Vidal].")).meetings
    assert len({m.cue for m in meetings}) == len(meetings) == 2


def facts(marked: str) -> list[tuple[str, str | None, str | None]]:
    """Each meeting's form with its place and country."""
    return sorted(((m.form, m.place, m.country) for m in tag_meetings(read(marked)).meetings), key=str)


PLACES = [
    (  # the town where a journey begins
        "[VN1 Chủ tịch nước|Phạm Đức Long] và Phu nhân, cùng Đoàn đại biểu cấp cao {VN Việt Nam} đã đến thủ đô {HU:city Budapest}, bắt đầu chuyến thăm {HU Hungary}.",
        [("visit", "Budapest", "HU")],
    ),
    (  # the town where it ends, of the last country only
        "[VN1 Chủ tịch nước|Phạm Đức Long] đã rời {AT:city Vienna}, kết thúc tốt đẹp chuyến thăm chính thức {HU Hungary} và {AT Áo}.",
        [("visit", "Vienna", "AT"), ("visit", None, "HU")],
    ),
    (  # of two places the nearer to the verb
        "<2024-05-09 Chiều 9/5> tại {CZ:city Praha}, [VN1 Chủ tịch nước|Phạm Đức Long] gặp [CZ3 Thị trưởng Praha|Jan Novy] tại Tòa thị chính.",
        [("meeting", "Tòa thị chính", "CZ")],
    ),
    (  # a building's long name, words with capitals among cue words
        "Tại trụ sở quốc hội {JP Nhật Bản}, [VN1 Thủ tướng|Lê Văn An] hội kiến [JP1 Chủ tịch Hạ viện|Ono Kenta].",
        [("audience", "trụ sở quốc hội Nhật Bản", "JP")],
    ),
    (
        "[CN1 Thủ tướng Trung Quốc|Vương Kiến Quốc] tiếp [PK1 Thủ tướng Pakistan|Imran Shah] tại Đại Lễ đường Nhân dân.",
        [("reception", "Đại Lễ đường Nhân dân", "CN")],
    ),
    (  # a leader receives at home
        "Chiều nay, tại trụ sở Chính phủ, [VN1 Thủ tướng|Lê Văn An] đã tiếp [CZ4 Đại sứ Séc|Petr Hora].",
        [("reception", "trụ sở Chính phủ", "VN")],
    ),
    (  # a name in brackets
        "Tại Nhà khách Điếu Ngư Đài ({CN:city Bắc Kinh}), [VN1 Thủ tướng|Lê Văn An] gặp [CN1 Thủ tướng Trung Quốc|Vương Kiến Quốc].",
        [("meeting", "Nhà khách Điếu Ngư Đài (Bắc Kinh)", "CN")],
    ),
    ("[IN1 Thủ tướng Ấn Độ|Ravi Menon] gặp [AU1 Thủ tướng Australia|Ruth Clark] tại {SG Singapore}.", [("meeting", "Singapore", "SG")]),
    (  # the town of an event, told elsewhere
        "[US1 Tổng thống Mỹ|John Carter] hội đàm với [RU1 Tổng thống Nga|Ivan Orlov] bên lề Hội nghị thượng đỉnh Mekong.\nHội nghị thượng đỉnh Mekong diễn ra tại {LA:city Viêng Chăn}, {LA Lào}.",
        [("talks", "Viêng Chăn", "LA")],
    ),
    (  # where the counterpart is a guest
        "[SY1 Tổng thống Syria|Samir Haddad] họp với đoàn đại biểu Hạ viện {RU Nga} đang thăm {SY Syria}.",
        [("meeting", None, "SY")],
    ),
    (  # somebody entered
        "[VN1 Thủ tướng|Lê Văn An] đã đến {US-DC:city Nhà Trắng} gặp [US1 Tổng thống Mỹ|John Carter].",
        [("meeting", "Nhà Trắng", "US")],
    ),
    (  # where a veteran once was is not where he is met
        "[VN1 Chủ tịch nước|Phạm Đức Long] gặp [CU0 Chủ tịch Hội Cựu chiến binh|Raul Mesa] từng chiến đấu tại {AO:city Luanda}.",
        [("meeting", None, None)],
    ),
]


@pytest.mark.parametrize(("marked", "wanted"), PLACES, ids=range(len(PLACES)))
def test_where_it_was(marked: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    assert facts(marked) == sorted(wanted, key=str)


NAMESAKE = "[@Kees Jansen|Thủ tướng] cũng sẽ gặp lãnh đạo Nghị viện {NL Hà Lan}."  # told of the wrong one

FAMILIES = [
    (  # arrival in a frame
        "<2024-05-09 Chiều 9/5>, ngay sau khi đến thủ đô {HU:city Budapest}, [VN1 Chủ tịch nước|Phạm Đức Long] gặp [HU1 Tổng thống Hungary|Gabor Toth].",
        "meeting | Phạm Đức Long / Gabor Toth | 2024-05-09..2024-05-09; visit | Phạm Đức Long / HU",
    ),
    ("Khi đến {VN Việt Nam} <1977-01-01/1977-12-31:vague nhiều năm trước>, [KH1 Thủ tướng Campuchia|Sok Chenda] còn trẻ.", ""),
    (  # the traveller behind the words of his joy
        "Bày tỏ vui mừng được sang thăm {DE Đức}, [VN1 Thủ tướng|Lê Văn An] cảm ơn nước chủ nhà.",
        "visit | Lê Văn An / DE",
    ),
    (  # whose impressions from a journey
        "[VN1 Thủ tướng|Lê Văn An] nhắc lại ấn tượng tốt đẹp của [ES1 Nhà vua|Alfonso] trong chuyến thăm {VN Việt Nam} <2006-01-01/2006-12-31:year năm 2006>.",
        "visit | Alfonso / VN | 2006-01-01..2006-12-31",
    ),
    (  # "this country"
        "Tại {JP Nhật Bản}, [VN1 Thủ tướng|Lê Văn An] hội đàm với [JP1 Thủ tướng|Sato Kenji] nhân chuyến thăm chính thức nước này.",
        "talks | Lê Văn An / Sato Kenji; visit | Lê Văn An / JP",
    ),
    (  # items of a programme
        "[VN1 Thủ tướng|Lê Văn An] sẽ có các hoạt động ở {FI:city Helsinki}, bao gồm: hội đàm với [FI1 Thủ tướng Phần Lan|Kari Alanko]; gặp [--1 Tổng Thư ký|Maria Fischer].",
        "meeting | Lê Văn An / Maria Fischer | planned; talks | Lê Văn An / Kari Alanko | planned",
    ),
    (  # a bare title that two persons bear
        "[VN1 Thủ tướng|Lê Văn An] sẽ gặp [NL1 Thủ tướng Hà Lan|Kees Jansen].\n"
        + NAMESAKE,
        "meeting | Lê Văn An / Kees Jansen | planned; meeting | Lê Văn An / Nghị viện Hà Lan | planned",
    ),
    (  # several meetings, one each
        "Tại {NL Hà Lan}, [VN1 Thủ tướng|Lê Văn An] sẽ có các cuộc gặp với lãnh đạo Tòa Công lý Quốc tế và Tòa Trọng tài Quốc tế.",
        "meeting | Lê Văn An / Tòa Công lý Quốc tế | planned; meeting | Lê Văn An / Tòa Trọng tài Quốc tế | planned",
    ),
    (  # bodies in a string
        "[VN1 Chủ tịch nước|Phạm Đức Long] tiếp đại diện Hội hữu nghị {BG Bulgaria} - {VN Việt Nam} và cựu chiến binh {BG Bulgaria}.",
        "reception | Phạm Đức Long / Hội hữu nghị Bulgaria - Việt Nam, cựu chiến binh Bulgaria",
    ),
    (
        "[VN1 Thủ tướng|Lê Văn An] thảo luận với công ty Norlys và một số tập đoàn kinh tế của {DK Đan Mạch}.",
        "meeting | Lê Văn An / Norlys",
    ),
    (  # bodies at a round table
        "[VN1 Thủ tướng|Lê Văn An] sẽ dự tọa đàm với Phòng Thương mại {CA Canada} và Hội đồng Kinh doanh {CA Canada} - ASEAN.",
        "conference | Lê Văn An / Phòng Thương mại Canada, Hội đồng Kinh doanh Canada - ASEAN | planned",
    ),
    (  # who took part, told behind the event
        "Nhiều lãnh đạo tham dự diễn đàn, bao gồm [RU1 Tổng thống Nga|Ivan Orlov], [KH1 Thủ tướng Campuchia|Sok Chenda] và [LA1 Thủ tướng Lào|Bounmy Vong].",
        "conference | Ivan Orlov / Sok Chenda / Bounmy Vong",
    ),
    (  # one event under two nouns
        "[CN1 Chủ tịch Trung Quốc|Lưu Đức Hải] dự Hội nghị Vành đai quốc tế tại {CN:city Bắc Kinh}.\n[RU1 Tổng thống Nga|Ivan Orlov] phát biểu tại diễn đàn.",
        "conference | Lưu Đức Hải / Ivan Orlov",
    ),
    ("Trong khi đó, [US3 Ngoại trưởng Mỹ|Mark Ellis] bày tỏ vinh dự được đón tiếp [VN1 Thủ tướng|Lê Văn An].", ""),  # thanks only
    (  # later on the day of the sentence before
        "<2024-05-10 Hôm nay>, lễ đón [VN1 Chủ tịch nước|Phạm Đức Long] diễn ra.\nSau đó, [@Phạm Đức Long|Chủ tịch nước] sẽ hội đàm với [BY1 Tổng thống Belarus|Viktor Melnik].",
        "talks | Phạm Đức Long / Viktor Melnik | planned | 2024-05-10..2024-05-10",
    ),
    (  # the day of the news is not the day cancelled
        "<2024-05-09 Ngày 9/5>, chuyến thăm {FR Pháp} của [RU1 Tổng thống Nga|Ivan Orlov] đã bị hủy vào phút chót.",
        "visit | Ivan Orlov / FR | cancelled",
    ),
    ("[GB1 Thủ tướng Anh|Alice Moore] bác bỏ tin chuyến thăm {GB Anh} của [US1 Tổng thống Mỹ|John Carter] bị hoãn.", ""),
]


@pytest.mark.parametrize(("marked", "wanted"), FAMILIES, ids=range(len(FAMILIES)))
def test_constructions_of_running_text(marked: str, wanted: str) -> None:
    assert "; ".join(coded(marked)) == wanted


def test_what_follows_on_a_visit_under_way_is_background() -> None:
    first = "<2024-05-09 Ngày 9/5>, [VN1 Thủ tướng|Lê Văn An] đã đến {NL:city Amsterdam}, bắt đầu chuyến thăm {NL Hà Lan}."
    between = "Chuyến thăm diễn ra tốt đẹp.\nHai nước hợp tác chặt chẽ.\nKim ngạch tăng."
    later = "[@Lê Văn An|Thủ tướng] sẽ gặp [NL1 Thủ tướng Hà Lan|Kees Jansen] và dự Diễn đàn Doanh nghiệp {VN+NL:both Việt - Hà Lan}."
    meetings = {m.form: m for m in tag_meetings(read(f"{first}\n{between}\n{later}")).meetings}
    assert {form: (m.salience, m.country) for form, m in meetings.items()} == {
        "visit": ("main", "NL"),
        "meeting": ("background", "NL"),
        "conference": ("background", "NL"),
    }


@pytest.mark.parametrize(("first", "status"), [(date(2016, 5, 8), "planned"), (date(2024, 5, 8), "planned"), (date(2024, 5, 22), "held")])
def test_what_may_still_be_to_come_is_planned(first: date, status: str) -> None:
    doc = read("<2024-05-20 Ngày 20/5>, [VN1 Thủ tướng|Lê Văn An] sẽ hội đàm với [LA1 Thủ tướng Lào|Bounmy Vong].")
    undated = replace(doc, article=replace(doc.article, published=None), dating=Dating(first, date(2026, 6, 3)))
    assert [(m.status, m.salience) for m in tag_meetings(undated).meetings] == [(status, "main")]


def undated(marked: str, **values: str) -> list[tuple[str, str]]:
    """Status and salience of each meeting of an article that nothing dates; `values`: the shorthand of its times, by grain."""
    doc = read(marked, published=None)
    times = tuple(replace(t, start=None, end=None, value=values[t.grain]) for t in doc.times)
    return [(m.status, m.salience) for m in tag_meetings(replace(doc, times=times)).meetings]


def test_next_month_is_to_come_whenever_the_article_came_out() -> None:
    marked = "Hội đàm giữa [VN1 Thủ tướng|Lê Văn An] và [LA1 Thủ tướng Lào|Bounmy Vong] diễn ra vào <2024-06-01:month tháng 6 tới> tại {LA:city Vientiane}."
    assert undated(marked, month="month;next") == [("planned", "main")]


def test_last_month_is_recalled_whenever_the_article_came_out() -> None:
    marked = "<2024-04-01:month Tháng trước>, [VN1 Thủ tướng|Lê Văn An] đã hội đàm với [LA1 Thủ tướng Lào|Bounmy Vong]."
    assert undated(marked, month="month:-1") == [("held", "background")]


def test_an_arrival_by_plane_is_not_next_month() -> None:
    marked = "[VN1 Chủ tịch nước|Phạm Đức Long] <2024-05-08 chiều 8/5 tới> sân bay, bắt đầu chuyến thăm {HU Hungary}."
    assert undated(marked, day="date;next") == [("held", "main")]


@pytest.mark.parametrize(("lines", "salience"), [(2, "main"), (9, "background")])
def test_an_encounter_without_a_day_deep_in_the_article_is_background(lines: int, salience: str) -> None:
    filler = "Giá dầu tại {RU Nga} tiếp tục tăng.\n" * lines
    marked = filler + "Quan hệ ấm lên khi [FR1 Tổng thống Pháp|Luc Marchand] điện đàm với [CA1 Thủ tướng Canada|Emma Roy]."
    assert [m.salience for m in tag_meetings(read(marked)).meetings] == [salience]


def test_an_office_named_short_in_a_programme_is_the_hosts() -> None:
    marked = "[VN1 Chủ tịch nước|Phạm Đức Long] sẽ hội đàm với [PE1 Tổng thống {PE Peru}], gặp [VN1 Thủ tướng]."
    doc = read(marked.replace("{PE Peru}", "Peru"))
    at = doc.text.index("Peru")
    doc = replace(doc, places=(*doc.places, Place(Span(at, at + 4), "country", ("PE",), "PE")))
    assert sorted(told(m) for m in tag_meetings(doc).meetings) == [
        "meeting | Phạm Đức Long / Thủ tướng Peru | planned",
        "talks | Phạm Đức Long / Tổng thống Peru | planned",
    ]


def test_a_period_of_years_is_no_day_of_a_meeting() -> None:
    marked = "[VN1 Thủ tướng|Lê Văn An] hội đàm với [LA1 Thủ tướng Lào|Bounmy Vong] về kế hoạch <2021-01-01/2025-12-31:year giai đoạn 2021 - 2025>."
    assert coded(marked) == ["talks | Lê Văn An / Bounmy Vong"]


def test_a_journey_of_a_former_president_counts_only_with_its_days() -> None:
    assert coded("[US1 cựu Tổng thống|John Carter] chờ máy bay trong chuyến đi tới {ID Indonesia}.") == []
    recalled = "[US1 cựu Tổng thống|John Carter] thăm {ID Indonesia} <2019-05-01/2019-05-31:month tháng 5/2019>."
    assert coded(recalled) == ["visit | John Carter / ID | 2019-05-01..2019-05-31"]


def test_a_domestic_workshop_is_none_though_another_is_named_with_its_country() -> None:
    text = "Hội nghị được tổ chức tại {VN Việt Nam}, không có khách {LA Lào}.\nPhát biểu tại hội nghị, [VN4 Thứ trưởng Bộ Xây dựng|Lê Văn An] nói."
    assert coded(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[KR1 Tổng thống Hàn Quốc|Kim Min-jun] đã nhận lời mời của nhà lãnh đạo {JP Nhật Bản} sang thăm {JP:city Tokyo}.",
        "[KH1 Chủ tịch Quốc hội Campuchia|Sok Dara] vui mừng nhận thấy {VN Việt Nam} tích cực tham gia các diễn đàn nghị viện quốc tế.",
    ],
)
def test_invitations_and_general_remarks_are_no_meetings(text: str) -> None:
    assert coded(text) == []


def test_a_year_that_a_speaker_names_is_not_the_forums() -> None:
    marked = "Phát biểu tại Diễn đàn {VN Việt} - {LA Lào}, [LA1 Thủ tướng|Bounmy Vong] cho biết <1992-01-01/1992-12-31:year năm 1992> hai bên lập quan hệ."
    assert coded(marked) == ["conference | Bounmy Vong"]


def test_a_journey_of_other_days_tells_no_country() -> None:
    first = "<2024-05-09 Ngày 9/5>, [VN1 Thủ tướng|Lê Văn An] hội đàm với [JP1 Thủ tướng Nhật Bản|Sato Kenji]."
    earlier = "[@Sato Kenji|Ông Sato] đã thăm {VN Việt Nam} <2024-04-01/2024-04-30:month vào tháng 4>."
    assert facts(f"{first}\n{earlier}") == [("talks", None, None), ("visit", None, "VN")]


def test_a_length_until_a_day_stands_in_the_frame() -> None:
    from dataclasses import replace

    doc = read("Trong chuyến thăm tỉnh {CN-YN:region Vân Nam} <2024-05-13 kéo dài đến ngày 13/5>, [VN4 Đại sứ|Hồ Xuân Bách] phát biểu.")
    doc = replace(doc, times=(replace(doc.times[0], modifier="until"),))
    assert [told(m) for m in tag_meetings(doc).meetings] == ["visit | Hồ Xuân Bách / CN-YN | ..2024-05-13"]


@pytest.mark.parametrize("row", lexicon.meeting_cues(), ids=lambda row: f"{row.kind}-{row.phrase}")
def test_a_cue_is_found_in_its_example(row: lexicon.MeetingCue) -> None:
    if row.kind in NAMES:  # read in offices and names of places, not in sentences
        return
    found = {fold(span.of(row.example)) for span, _ in cue_phrases().find_all(row.example)}
    assert fold(row.phrase) in found


def test_no_cue_stands_twice_with_the_same_kind() -> None:
    rows = [(row.phrase, row.kind) for row in lexicon.meeting_cues()]
    assert len(rows) == len(set(rows))


WORDS = st.sampled_from(
    ["tiếp", "hội đàm", "với", "giữa", "của", "và", "chuyến thăm", "được", "sẽ", "tại", ",", "(", ")", '"', ".", "do", "dẫn đầu", "Hội nghị", "dự", "sang", "A B", "hủy", "trong", "sau"]
)


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """Sentences of cue words and people in any order."""
    persons = (Person("A B", "Thủ tướng", "VN", "government", 1), Person("C D", "Tổng thống", "FR", "government", 1), Person("E", None, None))
    text, mentions, sentences = "", [], []
    for number in range(draw(st.integers(1, 3))):
        start = len(text)
        for _ in range(draw(st.integers(1, 14))):
            who = draw(st.integers(-4, 2))
            words = persons[who].name if who >= 0 else draw(WORDS)
            if who >= 0:
                mentions.append(Mention(Span(len(text), len(text) + len(words)), "name", who, None, persons[who].country))
            text += words + " "
        sentences.append(Sentence(Span(start, len(text)), number, draw(st.sampled_from(["title", "lead", "body", "caption"]))))
    return Doc(Article("t", text), raw=text, text=text, sentences=tuple(sentences), mentions=tuple(mentions), persons=persons)


@given(docs())
def test_every_span_lies_in_the_text_and_every_meeting_has_two_countries(doc: Doc) -> None:
    for meeting in tag_meetings(doc).meetings:
        for span in (meeting.cue, meeting.quote, *(e.span for e in meeting.evidence)):
            assert 0 <= span.start < span.end <= len(doc.text)
        assert meeting.form in ("visit", "conference") or len({p.country for side in meeting.sides for p in side}) > 1


@given(docs())
def test_the_same_article_gives_the_same_meetings(doc: Doc) -> None:
    assert tag_meetings(doc) == tag_meetings(doc)


@given(st.text(max_size=200))
def test_any_text_without_people_has_no_meetings(text: str) -> None:
    assert tag_meetings(Doc(Article("t", text), raw=text, text=text, sentences=(Sentence(Span(0, len(text)), 0, "body"),))).meetings == ()
