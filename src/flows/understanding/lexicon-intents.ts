/** What people type in place of a button while a guide is open. */

/** Notions of guidance, in the notation of `patterns.ts`; the reader weighs them together. */
export const intentNotions: Readonly<Record<string, string>> = {
  not: "khong; chưa; chua; chẳng; chả; chang; đâu có; dau co; nào có; deo; không hề; khong he; not; don t; doesn t; didn t; cannot; can t; won t; haven t; isn t; never; có _ đâu; co thay _ dau; ứ; hổng; khỏi",
  complete:
    "xong; xog; hoan thanh; hoan tat; lam duoc; duoc roi; thanh cong; done; finished; completed; lam roi; ok roi; oke roi; xong het",
  did: "bam roi; an roi; nhan roi; bam duoc; an duoc; vao roi; vao duoc roi; len roi; hien roi; thay roi; ra roi; gui roi; nop roi; dien roi; nhap roi; chon roi; tai roi; cai roi; mo roi; chup roi; ky roi; quet roi; dang nhap duoc; sang trang; sang buoc; sang cai; chuyen trang; buoc tiep; tiep theo; lam gi tiep; tiep di; gi nua; roi sao nua; da bam; da lam; da nhap; da vao; da dien; da gui; da chon; da tai; da cai; hien ra roi; no hien ra; roi day; roi nhe; roi do; next; i did; pressed; clicked",
  back: "quay lai; quay lui; quay ve; lui lai; lùi; lui mot; lui 1; tro lai; tro ve; trở lại; ve truoc; buoc truoc; truoc do; ve buoc; cho luc nay; cai luc nay; ve cho; ve cai; trang truoc; bam nham; an nham; chon nham; lo bam; lo tay; lo chon; go back; previous; back; undo; luc truoc; lam lai buoc; sua lai cau; doi lai cau; man truoc; chon lai; tra loi nham",
  again:
    "nhac lai; noi lai; lap lai; gui lai; doc lai; ke lai; chi lai; bao lai; nhan lai; xem lai; vua nay; vua roi bao; luc nay bao; luc nay noi; bao gi; bao bam; noi gi; bam vao dau ay nhi; ay nhi; troi mat; mat tin; troi tin; quen mat; quen roi; lan nua; mot lan nua; again; repeat; say that; once more; hoi nay; hoi ban nay; ban nay",
  explain:
    "la gi; la sao; nghia la; nghia gi; la cai gi; la cai; la nhu nao; la the nao; giai thich; khong hieu; chua hieu; chẳng hiểu; ky hon; ro hon; chi tiet; cu the; khac nhau; khac gi; tai sao; vi sao; sao phai; de lam gi; lam gi the; vi du; the nao la; may chu; kho hieu; noi ro; noi don gian; don gian; what is; what does; mean; explain; why; more detail; don t understand; understand; giong nhau; khac the nao; chi ky; chi ro; huong dan ky; huong dan ro; co phai la; ghi gi vao; dien gi vao",
  "can-not":
    "khong lam duoc; khong duoc; lam khong duoc; bam khong; khong bam; bam khong duoc; khong an duoc; an khong; chang duoc; chịu; bo tay; bi roi; bí; khong biet; chang biet; cha biet; ko biet; biet lam sao; lam sao; lam the nao; lam gi bay gio; lam gi tiep; dung im; do; đơ; treo; khong nhuc nhich; khong an thua; khong thay gi; chang thay gi; khong phan ung; khong chay; khong di; khong sang; khong len; ket; kẹt; stuck; not work; doesn t work; nothing happens; can t; cannot; tac; tắc; loay hoay; lung tung; roi qua; rối; kho qua; khong mo; khong xong; khong the; giờ sao; gio sao; ko an; lam mai; mo khong; khong ro lam; sao nua; bam dau; bam vao dau; vao dau; o dau; cho nao",
  "screen-word":
    "man hinh; giao dien; hien khac; khac hinh; khac voi; khong giong; hien cai khac; may toi hien; may em hien; khong co nut; khong co chu; khong thay nut; khong thay chu; nut do; hinh gui; anh gui; anh minh hoa; mau khac; ra cai khac; hien ra cai; trang khac; screen; looks different; khac anh; khac mau; khong nhu; hinh khac",
  person:
    "nguoi that; gap nguoi; gap can bo; gap ai; gap ad; noi chuyen voi; noi chuyen; tu van vien; nhan vien; nguoi giup; nguoi ho tro; ho tro vien; can bo xa; can bo thon; truong thon; goi cho; goi dien; so dien thoai; sdt; xin so; cho so; tong dai; hotline; co nguoi; ai giup; nguoi nao; nguoi den; den nha; den giup; qua giup; nho nguoi; nguoi o xa; gap truc tiep; goi lai cho; chat voi nguoi; a person; human; real person; someone; talk to; call me; operator; cho gap; can gap; muon gap; tim can bo; nguoi lam ho; nho can bo; goi toi; goi em",
  later:
    "de sau; lat nua; luc khac; hom khac; de mai; mai lam; toi lam; toi em; chieu lam; toi nay; ngay mai; sang mai; tuan sau; ti nua; tí nữa; chut nua; tam nghi; nghi; nghỉ; ban; bận; ban roi; dang ban; het pin; sap het pin; di nuong; di lam; di cho; nau com; an com; cho con; con ve; con no ve; chau ve; cho no ve; mat mo; moi mat; met; mệt; buon ngu; khuya; muon roi; de toi; lam sau; lam tiep sau; quay lai sau; hom nao; mai mot; roi lam; luc nao ranh; ranh; khi nao ranh; bao gio ranh; later; tomorrow; busy; rest; not now; tonight; another time; dung may da; tam dung; cho ti; mai con; mai toi; mai em; hen mai; de do da; de day da; the da; da nhe; nghi da; thoi de",
  stop: "huy; hủy; huỷ; thoat; thoát; dung lai; dừng; ngung; ngừng; thoi khong; khong lam nua; khong can nua; khong muon; bo di; bỏ; bo qua; thôi; thoi nhe; tat di; tat; ket thuc; khong lam; ra xa lam; lam truc tiep; di truc tiep; ra truc tiep; ra xa cho nhanh; ra uy ban; cancel; stop; quit; exit; forget it; never mind; khoi; khong them; deo lam; dep; dẹp; xoa di; khong dang ky nua; khong nop nua",
  menu: "viec khac; thu tuc khac; giay khac; cai khac; chuyen viec; danh sach viec; danh sach; cac viec; menu; muc luc; giup duoc gi; giup gi; lam duoc gi; lam duoc nhung; con giup; con lam; gi nua; giay gi nua; viec gi; nhung gi; trang dau; trang chu; ve dau; bat dau lai; chon viec; chon lai tu dau; tu dau; something else; other services; main; what can you; what else; list; huong dan khac; bai khac; viec nua; muon hoi viec; doi viec; doi thu tuc",
  thanks:
    "cam|cảm on|ơn; cam on nhieu; thank; thank you; tks; biet on; da ta; đội ơn; doi on; tot qua; quy hoa; hay lam; qua tuyet; cam ta; gioi qua",
  "wrong-thing":
    "khong phai; dau phai; nham roi; nham bai; nham viec; nham thu tuc; hoi cai khac; dau co hoi; co hoi dau; co hoi _ dau; khong hoi; ai hoi; toi hoi; em hoi; ba hoi; ong hoi; bac hoi; hoi co ma; co ma; cơ mà; cơ; y toi; y em; toi muon _ co; chu khong; chu co; chu dau; lai ra; sao lai; sai roi; sai viec; sai thu tuc; khac voi; khong dung cai; khong dung viec; wrong; not this; not what i; i asked; i meant; khong lien quan; cai nay khong phai; lac de; hieu nham; hieu sai; dau hoi; can _ co; lam _ co; mot dang",
  code: "otp; ma xac thuc; ma xac nhan; ma xac minh; mã; ma so; ma gui; ma ve; ma moi; ma otp; ma tin nhan; tin nhan; code; ma 6; gui ma; co ma; nhan ma; ma kich hoat; nhap ma; cho ma; doi ma",
  arrive:
    "ve; gui ve; toi; den; nhan duoc; thay ve; thay gui; cho mai; doi mai; cho hoai; mai khong; mai chua; lau qua; het han; qua han; gui lai; arrive; received; receive; come; expired; het hieu luc; het thoi gian",
  password: "mat khau; mat ma; pass; password; passcode; ma pin; mk; pin; mat khau vneid",
  wrong:
    "sai; sai roi; khong dung; khong chinh xac; bao sai; chua dung; nham; wrong; incorrect; invalid; quen; khong nho; forgot; khong khop; bi khoa; khoa; forget; doi mat khau; lay lai; yeu qua; mat khau yeu; ky tu",
  picture:
    "anh; ảnh; hinh anh; file; tep; tệp; pdf; chup; ban chup; photo; picture; image; ban scan; giay to; tai lieu; tam anh; tam hinh; jpg; camera; may anh; kem; tam chup; scan; hinh chup; hinh",
  upload:
    "tai len; tải lên; gui len; dinh kem; dính kèm; len; dang len; dua len; day len; upload; attach; gui anh; tai anh; nap; up; khong nhan anh; chon anh; tai tep; gui duoc; tai duoc; tai file; gui file; cho gui; up anh; up file; add",
  "picture-fault":
    "mo; mờ; nang; nặng; qua nang; to qua; qua to; lon qua; qua lon; vuot qua; dung luong lon; qua dung luong; nhoe; nhòe; toi qua; khong ro; bi mo; khong net; bi cat; dinh dang; sai dinh dang; doi file; bat file; doi pdf; blurry; too large; too big; format; mb; xoay; lộn; nguoc; loa; lóa; chói; pdf",
  search:
    "tim; tìm; tim khong; tim mai; khong tim thay; khong tim duoc; tim hoai; danh sach; go ten; go vao; danh ten; khong hien; khong ra; ra 0; 0 ket qua; 0 kq; khong co ten; khong co trong; khong co xa; khong co thon; khong co muc; khong thay ten; khong thay xa; khong thay muc; khong thay thu tuc; khong thay o; khong co chon; khong co lua chon; khong thay cho; mat dau; dau mat; not found; can t find; cannot find; not in the list; not listed; no results; ra linh tinh; ra trong; khong thay dau; chang ra; khong co dau; khong thay; tra khong; khong xuat hien",
  place:
    "ten xa; xa cu; xa toi; xa minh; xa em; ten thon; thon; ban; huyen; tinh; ten thu tuc; thu tuc; dich vu; ten toi; ten con; ho so; trong danh sach; danh sach; muc; benh vien; truong; commune; village; district; xa; phuong; chiem hoa; ten; ten co quan; co quan; ten me",
  error:
    "loi; lỗi; bao loi; bi loi; loi he thong; he thong; loi trang; bao tri; error; 404; 500; 502; 503; 403; 400; sap; sập; trang trang; trắng trang; trang xoa; man hinh trang; den xi; khong mo duoc trang; khong truy cap; truy cap bi; tu choi; loi ket noi; qua tai; nang cap; loi do; chu do; thong bao do; page; crash; server; bad gateway; unavailable; trang web; bi vang; vang ra; out ra; bi out; loi mang; co loi xay ra; da xay ra loi; vui long thu lai; thu lai sau; chu tieng anh",
  network:
    "mang; mạng; mang yeu; mang cham; mat mang; mang kem; khong co mang; song; sóng; mat song; song yeu; song kem; wifi; 4g; 3g; internet; data; het data; dung luong; het dung luong; het tien mang; het mang; quay; xoay; quay quay; xoay xoay; quay vong; xoay vong; quay tit; load; loading; lag; cham; chậm; lau load; cham nhu rua; nghen; ket noi; rot mang; rớt mạng; network; connection; signal; no signal; offline; slow; het goi; cuoc; cho mai khong vao; chay cham; tai mai; cho load; khong vao mang",
  greeting: "xin chao; chao; hello; hi; alo; helo; hey; chao ban; chao em; chao chau; good morning",
  machine:
    "nguoi hay may; may hay nguoi; la may; la nguoi; robot; bot; tri tue nhan tao; ai tra loi; chatbot; tu dong; may tra loi; may noi; may tu dong; are you a; nguoi that khong; nguoi that ha; co phai nguoi; co phai may; phai may khong; phai nguoi khong; may ha; may a; human or",
  scam: "lua dao; lừa đảo; lua; lừa; co lua; bi lua; lua khong; co that khong; that khong day; tin duoc khong; dang tin; co tin; gia mao; giả; co an toan; an toan khong; mat tien oan; hack; lay cap; scam; safe; legit; fake; trust; la that; chinh thong; chinh chu; co dung cua xa; cua nha nuoc that; lo thong tin; lo mat; so bi",
  cost: "mat tien khong; mat tien; ton tien; tốn tiền; mat phi; mien phi; mien phi khong; bao nhieu tien; het bao nhieu; bao nhieu; gia bao nhieu; phi bao nhieu; co thu tien; thu tien khong; tinh tien; tra tien; mat bao nhieu; le phi; free; cost; how much; pay; fee; dat khong; co mat tien; co ton; co phi; tien khong",
  delete:
    "xoa; xóa; xoa het; xoa thong tin; xoa du lieu; xoa so; xoa tin nhan; xoa toi; xoa tai khoan; rut lai dong y; khong dong y; delete; erase; remove my; delete my; dung luu; dung nho; khong cho luu; quen toi di; quen em di; xoa lich su",
  language:
    "english; tieng anh; tieng viet; vietnamese; in english; speak english; tieng tay; tieng dao; tieng mong; tieng dan toc; doi tieng; doi ngon ngu; ngon ngu; language; noi tieng; tieng kinh; sang tieng",
  listen:
    "nghe; doc cho; doc len; doc giup; doc to; phat tieng; bang loi; bang giong; noi bang loi; giong noi; am thanh; loa; voice; listen; read aloud; read it; khong biet chu; khong doc duoc; khong biet doc; mu chu; gui ghi am; ghi am; thu am; mat kem; chu nho",
  distress:
    "so qua; sợ; lo qua; hoang; hoảng; khoc; khóc; buc qua; bực; dien mat; tuc qua; tức; chan qua; chán; nan qua; nản; kho so; khổ; met moi; phat dien; bat luc; tuyet vong; roi het; chet mat; lam kho; hanh; afraid; scared; upset; angry; frustrated; help me; cuu; cứu; troi oi; troi dat oi; khong chiu noi; te qua; bo me oi; mat het; lam phien; nhieu khe; ruom ra; rườm rà; ton thoi gian; ca buoi; ca ngay",
  yes: "co; có; vang; vâng; da; dạ; u; ừ; uh; ừm; dung; đúng; dung roi; dung the; phai; phải; ok; oke; okie; okela; duoc; dong y; nhat tri; chuan; yes; yeah; yep; right; sure; correct; chac chan; tat nhien; the a; dung vay; hieu roi; ro roi",
  no: "khong; không; khong a; khong co; chua co; khong phai; hong; no; nope; khong dong y; khong can; khong nhe; dau; chua; khong dau; lam gi co",
};

const lines = (text: string): readonly string[] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim());

/** Examples of each intent; `nothing` is what is none of them. */
export const intentExamples: Readonly<Record<string, readonly string[]>> = {
  done: lines(`
    xong rồi
    xong
    đã xong
    xong rồi nhé
    xong rồi cháu ơi
    xong hết rồi
    làm xong rồi
    bấm xong rồi đó
    em bấm rồi
    bấm được rồi
    em làm được rồi ạ
    được rồi
    được rồi nhé
    ok được rồi
    ok xong rồi
    oke rồi
    nó hiện lên rồi
    hiện ra rồi
    thấy rồi
    vào được rồi
    vào rồi
    đã vào được trang
    nó sang trang mới rồi
    nó chuyển sang trang khác rồi
    tôi đã bấm vào nút đó
    đã điền xong
    điền xong hết rồi ạ
    chọn xong rồi
    em chọn rồi, giờ làm gì tiếp
    bấm rồi, rồi sao nữa
    xong bước này rồi, tiếp đi
    tiếp tục đi
    tiếp theo
    bước tiếp theo là gì
    làm gì tiếp theo ạ
    tải xong rồi
    cài được rồi
    gửi được rồi
    nộp xong rồi nó báo thành công
    thành công rồi
    bà làm xong rồi cháu
    bà ấn vào rồi nó ra cái khác
    ông bấm rồi đấy
    nhập mã xong rồi
    đăng nhập được rồi
    chụp xong rồi
    xog r
    xong òi
    lm xong r
    bấm r
    e lm đc r
    nó hiện chữ thành công rồi
    lên rồi
    done
    I have done it
    finished
    I pressed it, what next
    it worked
    ok done
    qua bước này rồi
    hoàn thành
    hoàn tất rồi
    rồi nhé
    rồi ạ
    rồi
    ok rồi nhé, tiếp
    làm xong bước đó rồi
    xong bước này rồi ạ
    ok xong nhé
    bấm rồi ạ, giờ sao nữa
    nhấn rồi đó
    đã nhấn nút rồi
    đã gửi rồi
    gửi rồi nhé
    chụp rồi
    cài xong rồi giờ làm gì tiếp
    mở được rồi
    em vào được rồi ạ
    bà vào được rồi cháu
    ông mở ra được rồi
    nó ra rồi cháu ạ
    nó sang màn khác rồi
    nó hiện cái chữ cháu nói rồi
    thấy chữ đấy rồi
    có chữ đó rồi
    quét được rồi
    nhập xong hết rồi
    đăng nhập xong
    điền hết các ô rồi
    chọn được xã rồi
    tìm thấy rồi
    tìm được rồi
    mã về rồi
    có mã rồi
    tải lên được rồi
    ảnh lên rồi
    bác làm theo được rồi
    làm y như cháu bảo rồi
    đã làm theo
    xong xuôi rồi
    xong cả rồi
    tiếp theo thế nào ạ
    bước sau là gì
    rồi, bước sau
    next
    that worked
    all done
    I finished this step
    it shows the message now
    I see it now
    em làm rồi nhé ad
    ok e bấm đc r
    vào đc r ạ
    xong r nha
    sog roi
    xong rùi`),
  "not-done": lines(`
    chưa xong
    chưa
    chưa được
    chưa làm
    chưa ạ
    chưa đâu
    vẫn chưa xong
    chưa xong đâu
    xong đâu mà xong
    đã xong đâu
    có xong đâu
    làm mãi không xong
    làm mãi chưa được
    chưa bấm
    em chưa làm
    chưa làm kịp
    đang làm dở
    đang làm
    đang điền
    gần xong rồi
    sắp xong
    đợi chút
    chờ tí
    chờ em một lát đang làm
    từ từ đã
    từ từ cháu ơi bà đang làm
    chưa xong, đợi đã
    chưa vào được
    chưa thấy gì
    not yet
    not done
    wait a moment
    still doing it
    almost done
    chưa hoàn thành
    chua xong
    đang tải chưa xong
    chờ em tí chưa xong đâu
    vẫn đang loay hoay
    em chưa bấm được
    chưa ra gì cả
    mới làm được một nửa
    làm chưa xong
    đang chờ nó chạy
    chưa kịp làm
    đợi tôi tìm kính đã
    từ từ để bà xem
    khoan đã
    khoan chưa xong
    not finished
    hold on`),
  yes: lines(`
    vâng
    vâng ạ
    dạ
    dạ vâng
    ừ
    ừ đúng rồi
    đúng rồi
    đúng
    phải
    có
    có ạ
    ok
    oke
    okela
    đồng ý
    được
    nhất trí
    yes
    yeah
    sure
    right
    đúng vậy
    chuẩn
    hiểu rồi
    dạ em hiểu rồi`),
  no: lines(`
    không
    không ạ
    không có
    dạ không
    không phải đâu
    không đồng ý
    hông
    no
    nope
    không nhé
    làm gì có
    không đâu`),
  back: lines(`
    quay lại
    quay lại bước trước
    cho em quay lại
    lùi lại
    lùi lại một tí
    trở lại
    trở về bước trước
    về bước trước
    về trang trước
    bước trước
    bước vừa rồi
    bấm nhầm rồi
    em bấm nhầm, cho về trước
    ấn nhầm cái khác rồi, quay lại chỗ cũ
    chọn nhầm rồi cho chọn lại
    lỡ tay bấm rồi
    bà lỡ ấn nhầm, cho bà về chỗ trước
    cho bác quay về cái trước
    cho xem lại bước trước
    quay về cái lúc trước
    cho tôi sửa câu vừa trả lời
    trả lời nhầm rồi cho làm lại
    nhầm, cho lại bước trước
    qlai bước trc
    cho e lùi lại
    lui lai
    quay lai cho cu
    go back
    previous step
    back
    undo that
    let me change my last answer
    trả lại cái màn hồi nãy
    cho về lại bước lúc nãy
    về lại cái trước đi
    trở về cái trước
    lùi về trước một bước
    quay về bước trước giúp em
    quay lại câu hỏi lúc nãy
    làm lại bước trước
    cho em làm lại câu vừa rồi
    chọn sai rồi cho em chọn lại
    tôi chọn nhầm, cho quay lại
    bấm lộn rồi
    ấn lộn rồi quay lại đi
    lỡ bấm nhầm nút
    lỡ chọn nhầm
    bác lỡ tay chọn nhầm cái kia
    ông trả lời sai câu trước
    nãy em trả lời sai
    sửa lại câu trả lời trước
    đổi lại câu trả lời
    quay lại bước trc
    back lại đi
    lùi 1 b
    lui lai di
    tro lai buoc truoc
    step back
    I pressed the wrong one, go back
    previous step please
    change my answer
    về trước
    cho quay lui`),
  repeat: lines(`
    nhắc lại
    nhắc lại giúp em
    nói lại đi
    nói lại lần nữa
    nói lại cho bà nghe
    gửi lại tin vừa rồi
    gửi lại hướng dẫn
    lặp lại
    lặp lại bước này
    cho xem lại bước này
    vừa nói gì đấy
    vừa bảo làm gì ấy nhỉ
    lúc nãy bảo bấm cái gì
    nãy bảo vào đâu
    quên mất rồi, bảo lại đi
    bà quên rồi nói lại cho bà
    cháu nói gì ông không nhớ
    tin nhắn trôi đâu mất rồi
    mất tin nhắn rồi gửi lại em với
    không thấy tin hướng dẫn đâu
    hướng dẫn lại
    hướng dẫn lại bước này
    chỉ lại cho em
    ns lại đi
    nhắc lại vs
    repeat
    say it again
    what did you say
    once more please
    đọc lại tin vừa rồi
    đang làm đến đâu ấy nhỉ
    bước này làm gì ấy nhỉ
    cho hỏi lại bước này làm gì
    nhắc lại cho bác với
    nhắc lại bước này đi
    nói lại từ đầu bước này
    nói lại chậm thôi
    cháu vừa bảo bà ấn cái gì
    lúc nãy bảo làm gì quên rồi
    hồi nãy nói gì vậy
    vừa xong bảo gì ấy
    bảo lại ông nghe với
    bảo lại cái chỗ bấm đi
    gửi lại cái hướng dẫn vừa rồi
    gửi lại hình lúc nãy
    gửi lại tin nhắn cuối
    em lướt mất tin rồi
    tin trôi mất tiêu
    em lỡ xóa tin hướng dẫn rồi
    đọc không kịp cho xem lại
    cho em xem lại hướng dẫn
    cho xem lại đoạn vừa rồi
    xem lại bước này
    nhac lai giup
    hả cháu
    hử
    hở
    hả, gì cơ
    cái gì cơ
    sao cơ
    ơ nói gì thế
    noi lai lan nua di
    ns lại e với
    nhắn lại đi
    gui lai di
    say again
    can you repeat that
    send it again
    what was the last step
    tôi đang ở bước nào ấy nhỉ
    giờ phải bấm cái gì ấy nhỉ, quên rồi
    ban nãy cháu dặn gì`),
  explain: lines(`
    là gì
    cái đó là gì
    nghĩa là gì
    nghĩa là sao
    là sao
    giải thích giúp
    giải thích kỹ hơn
    giải thích rõ hơn
    nói rõ hơn
    nói kỹ hơn đi
    chỉ kỹ hơn
    chỉ kỹ cho bà
    nói đơn giản thôi
    không hiểu
    em không hiểu
    bà không hiểu cháu nói gì
    chưa hiểu lắm
    tôi chưa hiểu chỗ này
    cái nút đó để làm gì
    sao phải làm bước này
    tại sao lại phải điền cái này
    otp là cái gì
    mã hồ sơ là gì
    định danh là gì
    thường trú là gì
    tạm trú với thường trú khác nhau chỗ nào
    nơi sinh với quê quán có khác nhau không
    người yêu cầu là ai
    chỗ này ghi gì vào
    chỗ này điền gì
    cơ quan thực hiện nghĩa là gì
    cho ví dụ
    ví dụ như nào
    nói bằng tiếng dễ hiểu
    chữ này nghĩa gì
    k hiểu j hết
    là ntn ạ
    kỹ hơn tí
    rõ hơn được không
    what does that mean
    I do not understand
    explain please
    can you give an example
    why do I need this
    show me more closely
    chi tiết hơn
    cho xem kỹ hơn
    otp nghĩa là gì
    mã định danh là cái gì thế
    cái đó nghĩa là sao
    từ này nghĩa là gì
    chữ kia là gì
    cái ô này là gì
    ô này ghi cái gì
    mục này điền gì vào
    chỗ này viết thế nào
    người được khai là ai
    cơ quan nào cơ
    là cái nào
    là chỗ nào cơ
    nói rõ cho bà với
    nói cụ thể hơn
    cụ thể là thế nào
    chi tiết hơn được không
    chỉ rõ hơn đi
    hướng dẫn kỹ hơn
    hướng dẫn chậm thôi, kỹ vào
    giảng kỹ cho ông nghe
    khó hiểu quá
    đọc mà không hiểu gì
    bác đọc chả hiểu
    đọc không hiểu
    sao lại phải chụp mặt
    để làm gì vậy
    sao lại cần số điện thoại
    tạm trú khác gì lưu trú
    mức 1 khác mức 2 thế nào
    bản chính khác bản sao thế nào
    có phải là cái thẻ gắn chip không
    trang đó là trang nào
    k hiểu
    hỏng hiểu
    hk hiểu lm
    what is this
    what is OTP
    explain more
    I don't get it
    why
    ý là sao
    là như nào nhỉ`),
  stuck: lines(`
    không làm được
    em không làm được
    tôi làm không được
    bấm không được
    bấm mãi không được
    bấm vào mà không thấy gì
    ấn mà nó không chạy
    nó không ăn
    nút không bấm được
    không biết làm thế nào
    không biết làm tiếp sao
    không biết bấm vào đâu
    không biết chỗ nào
    chả biết làm gì nữa
    bà chịu rồi
    chịu
    bí rồi
    kẹt rồi
    tắc rồi
    nó cứ đứng im
    máy đơ rồi
    nó treo luôn
    bấm rồi mà nó không sang trang
    làm theo rồi mà không được
    thử mấy lần rồi vẫn không được
    làm mấy lần đều không được
    giờ làm sao
    giờ phải làm sao
    làm sao bây giờ
    khó quá không làm nổi
    loay hoay mãi không xong
    không vào được
    vào không được
    mở không lên
    không mở được
    k lm đc
    sao k đc
    hông được
    nó không cho bấm tiếp
    nút tiếp tục bị mờ không bấm được
    it does not work
    I am stuck
    nothing happens when I press
    I do not know what to do
    không được
    ko dc
    không bấm được
    nút này không bấm được
    nút bấm không ăn
    bấm không thấy gì
    bấm hoài không được
    bấm tiếp mà nó không đi
    ấn tiếp theo mà nó đứng yên
    nó đứng im không chạy
    cứ đứng nguyên một chỗ
    không thấy có gì xảy ra
    chả thấy nó động đậy
    làm hoài không được
    làm theo mà không ra
    làm mãi không được
    tôi làm không ra
    tôi không biết làm gì tiếp
    không biết bấm cái nào
    bấm cái nào bây giờ
    giờ bấm vào đâu
    bấm chỗ nào
    vào đâu bây giờ
    tìm không ra chỗ bấm
    không thấy chỗ để bấm
    đến đây thì chịu
    tới đây bí rồi
    mắc ở đây
    mắc kẹt rồi
    em bị kẹt ở bước này
    bà không làm nổi
    bác làm không được cháu ơi
    ông chịu thôi không biết bấm
    khó quá cháu ạ
    khó quá không biết làm
    rối quá không biết đâu vào đâu
    không làm đc
    lm k đc
    bấm k đc
    k bít lm s
    hông biết làm
    ko biet lam tiep
    khong vao duoc
    nó không cho đi tiếp
    nó không cho chọn
    nó không cho bấm
    nó không chịu mở
    không mở ra
    máy bị đơ
    máy treo
    it is not working
    doesn't work
    I can't do it
    can not continue
    help I am lost
    không xong rồi, không biết làm sao`),
  "screen-differs": lines(`
no hien cai bang hoi dong y
nó hiện lên cái bảng hỏi gì ấy
tu dung hien cai khung hoi cho phep
nó hiện cái ô bảo cho phép thông báo
máy nó hiện lên bảng hỏi có đồng ý không
hien ra cai cua so bao dong y
tự nhiên nó nhảy ra cái bảng
    màn hình khác
    màn hình của tôi khác
    máy em hiện khác
    máy hiện cái khác
    không giống hình
    không giống trong ảnh
    hình khác với máy tôi
    giao diện khác
    không có nút đó
    không thấy nút đấy đâu
    không có chữ ấy trên máy
    nó hiện ra cái khác
    ra trang khác không giống
    máy bà nó hiện chữ gì khác
    trang của tôi không như thế
    k giống hình
    my screen looks different
    I do not see that button
    hình của cháu khác máy ông
    bấm vào ra cái khác hẳn
    máy em không hiện như thế
    máy tôi ra màn hình khác
    trang trên máy bà khác trong hình
    hình gửi khác với máy em
    không có cái nút như trong ảnh
    ảnh minh họa không giống
    nó ra cái trang lạ hoắc
    không thấy giống hướng dẫn
    trên máy em không có chữ đấy
    the picture is different from my phone`),
  human: lines(`
    gặp người giúp
    gặp người thật
    cho gặp cán bộ
    tôi muốn gặp cán bộ
    muốn nói chuyện với người
    nói chuyện với người thật
    cho tôi nói chuyện với nhân viên
    có ai giúp không
    có người nào ở đó không
    có người k
    cho xin số điện thoại cán bộ
    cho số ai để gọi
    gọi cho tôi
    gọi điện cho em đi
    gọi người đến giúp bà
    nhờ người đến nhà giúp
    bảo trưởng thôn đến giúp tôi
    cháu cho người đến làm hộ bà
    cần người hỗ trợ
    cần người hướng dẫn trực tiếp
    chuyển cho người khác
    không nói chuyện với máy nữa
    cho gặp ad
    có tổng đài không
    số hotline bao nhiêu
    xin sđt
    gặp cb xã
    ai đó giúp với
    giúp tôi với
    nhờ anh cán bộ làm hộ
    talk to a person
    I want a human
    can someone call me
    connect me to an officer
    gap nguoi giup
    tôi cần gặp người
    bác không rành máy, cho bác gặp người ta
    cho bà hỏi người chứ không hỏi máy
    cho tôi gặp người
    muốn gặp người thật
    gặp ai được
    có ai ở xã giúp tôi không
    có cán bộ nào ở đó không
    xin số của cán bộ
    xin số điện thoại người giúp
    cho em số cán bộ
    số của trưởng thôn là bao nhiêu
    ai giúp trực tiếp được
    nhờ ai đến giúp
    nhờ người làm hộ
    nhờ cháu cho người xuống giúp bà
    cử người đến nhà giúp ông
    gọi cháu đoàn viên đến giúp bà
    muốn hỏi người thật
    muốn hỏi trực tiếp cán bộ
    cần nói chuyện trực tiếp
    gọi lại cho tôi
    gọi cho bà đi
    gọi video chỉ em với
    không muốn nói với máy
    máy thế này chịu, cho gặp người đi
    có người thật không
    có người trực không
    ad đâu rồi ra giúp
    cho e gặp ng thật
    cho xin sdt
    xin sđt cb
    nch vs ng thật
    goi can bo giup toi
    cho gap can bo
    speak to someone
    real person please
    give me a phone number
    I need help from a person
    ai chỉ trực tiếp được không
    bà muốn gặp người`),
  later: lines(`
    tạm nghỉ
    để mai
    để mai làm
    mai làm tiếp
    để lúc khác
    để sau
    lúc khác làm
    lát nữa làm
    tí nữa em làm
    tối về làm
    tối em làm tiếp
    chiều làm
    hôm khác nhé
    bây giờ đang bận
    bận rồi
    em đang đi làm
    đang ở trên nương
    giờ đi nương đã
    bà đi cho lợn ăn đã
    ông đi ngủ đã
    thôi muộn rồi mai làm
    đợi con về nó làm cho
    chờ cháu về rồi làm
    mắt kém quá để con nó làm
    mệt rồi để mai
    nghỉ tí
    nghỉ đã
    điện thoại sắp hết pin
    máy hết pin rồi
    khi nào rảnh làm
    bao giờ rảnh em vào lại
    mai mốt tính
    bận r để sau
    tối onl lại
    later
    tomorrow
    I am busy now
    I will continue tonight
    not now
    tam dung
    nghỉ tay ăn cơm đã
    để đấy đã
    chờ lấy giấy tờ đã, mai làm
    đi lấy giấy chứng sinh rồi làm sau
    để tí nữa
    tí nữa nhé
    chốc nữa làm
    lát làm
    lúc nữa em làm
    để chiều
    chiều em làm
    tối nay làm
    tối con về nó làm
    mai tính
    mai em vào lại
    sáng mai làm tiếp
    hôm nào rảnh làm
    khi khác nhé
    dịp khác
    giờ chưa làm được để mai
    giờ không có giấy tờ ở đây, về nhà làm
    giấy tờ để ở nhà rồi, về rồi làm
    đang ở chợ, về làm
    đang ngoài đồng
    đang bế con không làm được
    con khóc rồi để lúc khác
    bà phải đi đón cháu
    bác phải đi làm đã
    ông đi uống thuốc đã
    thôi đi ngủ, mai làm
    thôi để con gái bà về nó làm
    chờ thằng con nó về
    mắt kém rồi để con cháu làm
    pin yếu rồi
    máy sập nguồn đến nơi rồi
    hết pin mai làm
    để sạc pin đã
    bận lắm
    bận tí
    bận việc rồi
    e bận
    tối về lm
    mai lm tiếp nha
    lat nua lam
    de mai
    tam nghi da
    not today
    maybe tomorrow
    continue later
    take a break
    I will come back later
    nghỉ giải lao tí
    dừng ở đây mai làm tiếp
    hôm nay thế thôi, mai tiếp`),
  menu: lines(`
    việc khác
    làm việc khác
    thủ tục khác
    muốn làm thủ tục khác
    chọn việc khác
    đổi sang việc khác
    cho xem danh sách
    danh sách các việc
    xem các việc khác
    menu
    về menu
    về trang đầu
    trang chủ
    bắt đầu lại từ đầu
    quay về danh sách
    giúp được những gì
    còn giúp được gì nữa
    làm được những giấy gì
    ngoài cái này còn làm được gì
    cháu giúp bà được những việc gì
    còn việc gì nữa không
    hỏi việc khác
    em muốn hỏi việc khác
    có làm giấy khác được không
    cho tôi chọn lại việc
    hd thủ tục khác
    something else
    main menu
    what else can you do
    show me the list
    other services
    đổi thủ tục
    viec khac
    mục lục
    muốn hỏi thủ tục khác
    cho hỏi việc khác
    đổi việc khác
    chuyển sang thủ tục khác
    em cần làm giấy khác
    chọn cái khác
    chọn thủ tục khác
    xem thủ tục khác
    còn thủ tục nào nữa
    có những việc gì
    có những thủ tục nào
    liệt kê các việc
    xem danh sách các thủ tục
    cho danh sách đi
    cho xem các loại giấy làm được
    giúp được mấy việc
    cháu biết làm những giấy gì
    làm được giấy gì nữa
    ngoài ra còn giúp gì
    còn giúp gì được nữa
    về đầu
    về đầu trang
    quay về đầu
    về trang chính
    ra trang chính
    về danh sách
    làm lại từ đầu
    cho ra ngoài chọn việc khác
    hỏi cái khác được không
    bà muốn hỏi việc khác cơ
    menu chính
    cho e xem menu
    viec khac di
    show menu
    start over
    go to the main menu
    what can you help with`),
  cancel: lines(`
    thôi không làm nữa
    không làm nữa
    thôi
    thôi khỏi
    thôi bỏ đi
    bỏ đi
    bỏ qua
    hủy
    hủy bỏ
    hủy việc này
    hủy giúp em
    dừng lại
    dừng
    ngừng lại
    kết thúc
    kết thúc đi
    tắt đi
    không cần nữa
    tôi không cần làm cái này nữa
    không muốn làm nữa
    thoát ra
    thoát khỏi đây
    cho thoát ra
    để tôi ra xã làm cho nhanh
    ra ủy ban làm trực tiếp
    tôi đi làm trực tiếp
    bà thôi không làm đâu
    ông chả làm nữa
    thôi dẹp
    k lm nữa
    hủy đi
    cancel
    stop
    quit
    never mind
    I give up
    exit
    không đăng ký nữa
    khỏi làm
    thôi nhé không làm đâu
    không làm cái này nữa
    tôi không làm nữa
    thôi không cần đâu
    thôi khỏi làm
    thôi không đăng ký nữa
    thôi tôi không muốn làm nữa
    bỏ
    bỏ đi không làm
    bỏ cái này đi
    bỏ không làm nữa
    dừng lại đi
    dừng lại ở đây
    dừng thôi
    thôi dừng
    ngưng
    ngưng lại
    hủy bỏ đi
    hủy đăng ký
    hủy hồ sơ này
    hủy yêu cầu
    xóa cái này đi không làm nữa
    thoát đi
    thoát ra ngoài
    cho ra khỏi đây
    kết thúc tại đây
    kết thúc luôn
    chấm dứt đi
    để tôi ra ủy ban cho nhanh
    ra xã làm cho xong
    tôi ra xã làm trực tiếp vậy
    thôi bà ra xã
    bác đi ra xã làm luôn cho lẹ
    ông không làm trên máy nữa đâu
    làm trên máy khó quá thôi không làm nữa
    thôi nhờ xã làm
    không thích nữa
    đổi ý rồi không làm
    k cần nữa
    thui k lm nữa
    thôi k cần
    dung lai
    huy bo
    stop it
    I don't want to do this anymore
    quit this`),
  thanks: lines(`
    cảm ơn nha
    cảm ơn cháu
    cảm ơn nhiều
    cảm ơn bạn nhiều nhé
    cám ơn nhé
    cám ơn cháu nhé
    bà cảm ơn cháu
    em cảm ơn ạ
    thanks
    thank you
    thank you so much
    tks ad
    tks nhiều
    thks
    tốt quá cảm ơn
    cảm ơn cán bộ
    đội ơn cháu
    quý hóa quá
    cam on nha
    giỏi quá cảm ơn nhé
    xin cảm ơn
    tuyệt vời cảm ơn
    cảm ơn nhé cháu
    cảm ơn cháu nhiều lắm
    cảm ơn em
    cảm ơn ad
    cảm ơn đã giúp
    cảm ơn bot
    ông cảm ơn nhé
    bác cám ơn
    cám ơn bạn
    cám ơn nhiều ạ
    cám ơn em nhiều
    thank ad
    thanks nhé
    ths ad
    thank bạn
    tks b
    cmon nhé
    cảm mơn
    cam on chau nhe
    cam on nhieu lam
    many thanks
    cháu giỏi quá, bà cảm ơn
    may quá cảm ơn cháu
    tốt quá rồi cảm ơn nhé`),
  "wrong-thing": lines(`
    không phải cái này
    không phải việc này
    đâu phải cái này
    tôi không hỏi cái này
    em đâu có hỏi cái này
    tôi có hỏi cái này đâu
    nhầm rồi
    nhầm việc rồi
    nhầm thủ tục rồi
    sai rồi không phải cái đó
    không đúng cái tôi cần
    tôi hỏi khai sinh cơ
    tôi hỏi bảo hiểm cơ mà
    bà hỏi tiền người già cơ
    em cần làm căn cước chứ không phải cái này
    em muốn làm tạm trú chứ đâu phải thường trú
    tôi bảo khai tử chứ không phải khai sinh
    bác hỏi giấy độc thân sao lại ra kết hôn
    sao lại ra cái này
    sao lại hỏi căn cước
    lạc đề rồi
    hiểu nhầm ý tôi rồi
    ý em không phải thế
    ý tôi là trợ cấp cơ
    ông hỏi một đằng cháu trả lời một nẻo
    hỏi hộ nghèo lại ra bảo hiểm
    cái này là nhập khẩu mà, tôi cần tách khẩu
    nhầm bài hướng dẫn
    nhầm r e hỏi cái khác
    không liên quan
    wrong one
    this is not what I asked
    not this, I meant the death certificate
    that is the wrong thing
    I asked about insurance
    khong phai viec toi hoi
    không, tôi cần cái khác cơ
    không phải, làm giấy kết hôn cơ
    không phải thủ tục này
    không phải giấy này
    cái này không phải cái tôi cần
    đây không phải việc tôi cần
    em không cần làm cái này
    tôi không cần thủ tục này
    không phải cái em hỏi
    sai thủ tục rồi
    sai việc rồi
    chọn nhầm thủ tục rồi
    mở nhầm bài rồi
    nhầm sang việc khác rồi
    bà có hỏi cái đấy đâu
    ông có làm cái này đâu
    tôi có bảo làm căn cước đâu
    ai hỏi cái này
    ai bảo làm cái này
    em hỏi trích lục cơ
    em hỏi mai táng phí cơ mà
    tôi cần nhập khẩu cơ
    tôi muốn khai tử, không phải khai sinh
    bà muốn hỏi trợ cấp chứ không hỏi thẻ
    tôi cần giấy kết hôn, đây lại là giấy độc thân
    bác hỏi hộ nghèo mà cháu lại nói bảo hiểm
    hỏi một đằng trả lời một nẻo
    hỏi gà đáp vịt
    không phải, tôi bảo tạm trú kia
    ý bà là tiền người già cơ
    ý em là lưu trú ạ
    à nhầm, em cần xin bản sao cơ
    nhầm rồi, phải là tách hộ
    nhầm r, e cần đk kết hôn cơ
    k phải cái này
    ko phai thu tuc nay
    khong phai, toi hoi bao hiem
    not that one
    I wanted something different, the marriage one
    wrong guide
    this is the wrong procedure`),
  "trouble:otp": lines(`
    mã không về
    mã otp không về
    không thấy mã
    chưa có mã
    không nhận được mã
    không nhận được tin nhắn mã
    đợi mãi không có mã
    chờ lâu rồi chưa thấy mã về
    mã không gửi về máy
    mã hết hạn rồi
    mã hết hiệu lực
    nhập mã nó báo sai
    mã otp sai
    otp báo không đúng
    chưa thấy tin nhắn về
    tin nhắn mã không đến
    máy không có tin nhắn nào
    bà chờ cái mã mãi mà nó có về đâu
    cái mã sáu số nó không gửi về cho ông
    otp k về
    k có otp
    ko thấy gửi mã
    mã gửi vào số cũ rồi
    mã về số của con tôi
    mã nhập chưa kịp đã hết giờ
    gửi lại mã mấy lần vẫn không có
    the code does not arrive
    no OTP received
    the code has expired
    no code came to my phone
    mã xác thực không tới
    không có tin nhắn xác nhận
    mã chưa về
    mã chưa gửi về
    mã mãi chưa về
    vẫn chưa có mã
    chưa nhận được mã
    chưa nhận được otp
    otp chưa về
    otp không về máy em
    không nhận được otp
    không nhận được tin nhắn
    không thấy tin nhắn nào
    không có tin nhắn mã về
    đợi mãi mã không về
    đợi nãy giờ chưa có mã
    chờ cái mã mãi
    chờ mười phút rồi chưa có mã
    nó bảo gửi mã rồi mà em không thấy
    nó nói đã gửi mã mà máy không có gì
    điện thoại không báo mã
    mã về chậm quá hết hạn mất
    nhập mã thì báo hết hạn
    mã otp hết hạn
    mã sai
    nhập mã báo sai
    mã không đúng
    gõ mã vào nó bảo không đúng
    bà không thấy cái mã nào hết
    ông đợi cái số nó gửi mà không thấy
    mã gửi nhầm số
    số điện thoại cũ nên không nhận được mã
    sim khác nên mã không về
    k thấy mã
    k nhận đc mã
    mã k về
    otp đâu k thấy
    ma khong gui ve
    khong nhan duoc ma
    cho mai khong co ma
    gửi lại mã được không
    xin mã lại
    lấy mã ở đâu
    mã ở đâu
    didn't get the code
    the OTP is not coming
    code expired
    wrong code`),
  "trouble:password": lines(`
    sai mật khẩu
    mật khẩu sai
    mật khẩu không đúng
    nó bảo mật khẩu không đúng
    nhập mật khẩu mãi không được
    gõ đúng mật khẩu mà nó báo sai
    quên mật khẩu
    quên mật khẩu mất rồi
    tôi không nhớ mật khẩu
    không nhớ mật khẩu đặt là gì
    bà quên cái mật mã rồi
    ông không nhớ sáu số ấy
    mật khẩu vneid là gì nhỉ em quên
    quên mk
    quên pass r
    sai pass
    mk k đúng
    nó bắt mật khẩu phải có chữ hoa
    đặt mật khẩu nó không nhận
    mật khẩu yếu quá nó không cho
    tài khoản bị khóa vì nhập sai
    nhập sai nhiều lần bị khóa rồi
    nó khóa tài khoản của em
    đổi mật khẩu thế nào
    lấy lại mật khẩu
    passcode sai
    wrong password
    I forgot my password
    my account is locked
    password is incorrect
    đăng nhập báo sai tên hoặc mật khẩu
    mật khẩu bị sai
    báo sai mật khẩu
    nó báo mật khẩu sai
    nó kêu sai mật khẩu
    nhập mật khẩu toàn báo sai
    gõ mật khẩu vào không được
    nhập đúng mật khẩu mà không vào được
    mật khẩu không chính xác
    mật khẩu gì cũng sai
    mật khẩu không khớp
    hai mật khẩu không giống nhau
    quên mất mật khẩu
    quên mật khẩu thì làm sao
    không nhớ mật khẩu là gì
    chả nhớ mật khẩu
    bà làm gì nhớ mật khẩu
    ông quên mật mã
    bác không nhớ cái mật khẩu đặt hôm nọ
    mật khẩu nào
    mật khẩu của cái gì
    nó đòi mật khẩu
    nó hỏi mật khẩu mà em không có
    đặt mật khẩu kiểu gì nó cũng không cho
    mật khẩu phải có ký tự đặc biệt là sao
    khóa tài khoản rồi
    nó khóa rồi vì sai nhiều lần
    quên pass
    sai pass hoài
    pass sai
    k nhớ mk
    mk sai
    mk k đc
    quen mat khau
    mat khau sai
    nhap sai mat khau
    lấy lại mk sao
    password wrong
    don't remember the password
    locked out`),
  "trouble:upload": lines(`
    ảnh không lên
    ảnh không tải lên được
    không tải ảnh lên được
    không gửi được ảnh
    gửi ảnh mãi không được
    chọn ảnh mà nó không nhận
    ảnh mờ quá
    ảnh bị mờ nó bắt chụp lại
    ảnh nặng quá
    file nặng quá không lên
    dung lượng ảnh quá lớn
    nó báo tệp quá lớn
    sai định dạng file
    nó bắt file pdf
    nó đòi pdf mà em chỉ có ảnh chụp
    không đính kèm được
    đính kèm giấy tờ không được
    tải giấy tờ lên bị lỗi
    chụp giấy bị lóa
    chụp mãi không rõ chữ
    bà chụp cái giấy nó cứ nhòe
    ông gửi cái ảnh nó không đi
    máy không cho mở ảnh
    không mở được máy ảnh
    up ảnh k đc
    up file k lên
    k gửi đc ảnh
    tải tệp không thành công
    the photo does not upload
    file too large
    it wants a PDF
    my picture is blurry
    không chọn được ảnh trong máy
    ảnh bị ngược nó không nhận
    ảnh mờ
    ảnh không rõ
    ảnh bị lóa
    ảnh chụp tối quá
    ảnh to quá
    ảnh quá dung lượng
    ảnh không được chấp nhận
    nó bảo ảnh không hợp lệ
    nó chê ảnh mờ
    nó bắt chụp lại
    chụp mấy lần nó vẫn không nhận
    chụp ảnh nó không nhận
    gửi ảnh không đi
    ảnh gửi không được
    ảnh tải mãi không lên
    tải ảnh mãi không xong
    không up được ảnh
    không đưa ảnh lên được
    không thêm được ảnh
    không chọn được file
    không đính được tệp
    không tải được giấy tờ
    đính kèm mãi không được
    file không tải lên
    file lớn quá
    file không đúng định dạng
    nó bảo tệp không hợp lệ
    chỉ nhận file pdf
    làm sao đổi ảnh sang pdf
    pdf là gì, em chỉ có ảnh
    không có file pdf
    bà chụp rồi mà nó không lên
    ông chụp cái giấy nó cứ mờ mờ
    bác không biết đưa ảnh lên
    camera không mở
    máy ảnh không chụp được
    ảnh k lên
    up mãi k đc ảnh
    k tải đc file
    anh mo
    khong tai anh len duoc
    gui anh khong duoc
    upload failed
    can't attach the file
    the photo is rejected
    image too big`),
  "trouble:not-found": lines(`
    không có dòng đó
    không có cái chữ ấy
    chả có chữ nào như thế
    khong co dong do
    ko co nut do
    làm gì có chữ ấy
    không tìm thấy
    tìm không ra
    tìm mãi không thấy tên xã
    không thấy tên xã tôi
    không có xã tôi trong danh sách
    không có tên thôn
    không thấy huyện đâu
    tìm huyện cũ không có
    không thấy huyện chiêm hóa
    xã cũ của tôi mất đâu rồi
    gõ tên xã không ra
    gõ tên thủ tục không ra kết quả
    không tìm thấy thủ tục
    không thấy thủ tục đó
    tìm không thấy dịch vụ này
    không có tên con tôi
    nó không hiện tên tôi
    tra không ra
    tìm k ra
    k thấy xã e
    không thấy mục đó
    không có mục này để chọn
    không có lựa chọn của tôi
    bệnh viện con sinh không có trong danh sách
    trường của cháu không có tên
    bà tìm cái tên xã mà nó không có
    ông gõ vào nó bảo không có
    nó bảo không tìm thấy hồ sơ
    nhập mã hồ sơ nó báo không có
    no results
    my commune is not in the list
    I can not find the procedure
    0 kết quả
    tìm hoài không có
    danh sách không có tên tôi
    không thấy tên xã
    không thấy xã em
    xã em không có
    không có xã đó
    không thấy xã tân an
    không thấy hà lang
    tìm chiêm hóa không thấy
    tìm tên huyện không ra
    không có huyện để chọn
    danh sách không có xã tôi
    trong danh sách không có thôn em
    gõ tên xã nó không hiện
    gõ vào không ra gì
    gõ tìm kiếm không ra
    tìm kiếm không có kết quả
    không có kết quả nào
    tìm thủ tục mãi không thấy
    thủ tục này không thấy trên trang
    không thấy dịch vụ
    không có dịch vụ đó
    không thấy mục khai sinh
    không thấy chỗ chọn xã
    không thấy tên con trong đó
    không thấy tên tôi đâu
    không thấy hồ sơ của tôi
    nó bảo không có dữ liệu
    nó bảo không tồn tại
    không tìm được cơ quan
    không có tên bệnh viện
    xã nhập rồi tìm tên cũ không thấy
    bà tìm không thấy tên thôn mình
    ông tìm hoài chả thấy
    tìm k thấy
    k có tên xã
    k ra kq
    go ten xa khong ra
    khong tim thay ten xa
    tim khong ra thu tuc
    can't find my village
    nothing found
    it is not in the list`),
  "trouble:error-page": lines(`
    báo lỗi
    nó báo lỗi
    bị lỗi
    lỗi rồi
    lỗi hệ thống
    hệ thống lỗi
    hệ thống bận
    hệ thống đang bảo trì
    trang bị lỗi
    lỗi trang
    trang web lỗi
    nó hiện chữ đỏ báo lỗi
    nó hiện có lỗi xảy ra
    lỗi 404
    lỗi 502
    lỗi kết nối máy chủ
    trang trắng không có gì
    màn hình trắng xóa
    web sập rồi
    trang không truy cập được
    nó hiện lên một đống chữ tiếng Anh
    đang làm thì bị văng ra
    ứng dụng tự thoát ra
    app bị văng
    nó bảo vui lòng thử lại sau
    bấm gửi thì nó báo lỗi
    xong rồi nhưng mà nó báo lỗi
    bà bấm thì nó hiện chữ lỗi gì ấy
    lỗi r
    bị lỗi ht
    error page
    the page shows an error
    the website is down
    system error
    server busy
    cổng đang nâng cấp không vào được
    có lỗi
    nó lỗi
    lỗi gì ấy
    nó cứ lỗi
    báo lỗi đỏ
    hiện chữ đỏ
    nó hiện dòng chữ đỏ
    hiện thông báo lỗi
    hiện lỗi hệ thống
    lỗi máy chủ
    lỗi không xác định
    lỗi khi gửi
    bấm nộp thì lỗi
    gửi thì báo lỗi
    vào thì báo lỗi
    trang báo lỗi
    trang lỗi rồi
    trang bị sập
    web bị lỗi
    web lỗi không vào được
    cổng bị lỗi
    ứng dụng bị lỗi
    app lỗi
    app bị thoát
    đang làm nó thoát ra
    tự nhiên nó văng ra ngoài
    bị đẩy ra ngoài
    màn hình trắng
    trang trắng tinh
    màn hình đen thui
    hệ thống đang bận
    hệ thống bảo trì
    hệ thống quá tải
    vui lòng thử lại sau
    nó bảo thử lại sau
    có lỗi xảy ra
    bà thấy nó hiện chữ lỗi
    ông bấm phát nó ra chữ lỗi
    toàn báo lỗi
    lỗi hoài
    bị lỗi hoài ad
    loi roi
    bao loi
    he thong loi
    trang web bi loi
    lỗi 404 là sao
    error
    it says error
    the app crashed
    page not working`),
  "trouble:network": lines(`
    mạng yếu
    mạng yếu quá
    mạng chậm quá
    mất mạng
    mất sóng
    sóng yếu
    không có mạng
    không có sóng
    trên này không có sóng
    hết dung lượng
    hết 4g rồi
    hết data
    hết tiền mạng
    hết gói mạng
    wifi chập chờn
    nó cứ quay quay
    nó xoay mãi không vào
    quay vòng vòng mãi
    load mãi không xong
    tải mãi không lên
    chờ mãi trang không mở ra
    lag quá
    đơ vì mạng
    mạng lag
    rớt mạng liên tục
    bản em sóng kém
    trong bản mạng chập chờn lắm cháu ạ
    nó cứ xoay tròn tròn
    mạng mẽo chán quá
    mạng như rùa
    no signal
    slow internet
    no network here
    it keeps loading
    bad connection
    hết mb rồi
    phải ra đầu bản mới có sóng
    mạng kém quá
    mạng chập chờn
    mạng bị yếu
    mạng chậm lắm
    mạng đứng
    mạng không có
    không có mạng để vào
    không có wifi
    không vào được mạng
    mất mạng giữa chừng
    đang làm thì mất mạng
    mất sóng rồi
    không có sóng điện thoại
    sóng chập chờn
    sóng yếu lắm
    trong bản không có sóng
    chỗ tôi không có sóng
    trên núi sóng kém
    hết mạng
    hết 3g rồi
    hết tiền điện thoại
    hết dung lượng mạng
    hết dung lượng rồi không vào được
    hết gói cước
    nó quay vòng vòng
    cứ quay tròn
    cứ xoay xoay hoài
    nó quay hoài không dừng
    vòng tròn quay mãi
    trang quay mãi không ra
    load hoài không được
    tải lâu quá
    chờ tải lâu lắm
    mở mãi không ra trang
    chậm như rùa
    lag
    mạng lag quá ad
    mạng yếu k vào đc
    wifi yếu
    hết data r
    mang yeu
    mat song
    mang cham qua
    bà ở trong khe không có sóng
    ông ra chỗ có sóng mới được
    the internet is slow
    lost connection
    no internet
    page is loading forever`),
  greeting: lines(`
    xin chào
    chào cháu
    chào bạn
    chào em
    chào ad nha
    hello
    hi
    alo
    hey
    chào buổi sáng
    good morning
    em chào ạ`),
  "machine-or-human": lines(`
    người hay máy
    máy hay người đấy
    đây là người hay máy
    cháu là người hay máy
    bạn là robot à
    bạn là bot hả
    đang nói chuyện với máy à
    máy trả lời à
    có phải người thật không
    ai đang trả lời đấy
    có phải máy tự động không
    are you a robot
    are you a real person
    is this a bot
    chatbot à`),
  "is-it-a-scam": lines(`
    có phải lừa đảo không
    lừa đảo à
    có lừa không đấy
    có tin được không
    cái này có thật không
    có đúng của xã không
    có an toàn không
    sợ bị lừa lắm
    đưa số căn cước có bị lừa không
    liệu có bị lấy cắp thông tin không
    có phải trang giả không
    is this a scam
    is it safe
    can I trust this
    bà nghe nói nhiều người bị lừa lắm
    lỡ bị hack thì sao
    lộ thông tin thì sao
    lừa đảo phải không`),
  "does-it-cost": lines(`
    có mất tiền không
    mất tiền không
    mất bao nhiêu tiền
    tốn bao nhiêu
    hết bao nhiêu tiền
    có phải trả tiền không
    có tốn phí không
    miễn phí không
    phí bao nhiêu
    lệ phí bao nhiêu
    bao nhiêu tiền
    làm cái này có mất tiền không cháu
    dùng cái này có mất tiền không
    mất xiền k
    có thu tiền không
    how much does it cost
    is it free
    do I have to pay`),
  "delete-me": lines(`
    xóa thông tin của tôi
    xóa hết dữ liệu của tôi
    xóa tin nhắn của tôi đi
    xóa tôi khỏi đây
    tôi muốn xóa dữ liệu
    đừng lưu thông tin của tôi
    xóa hết đi đừng giữ lại
    tôi rút lại đồng ý
    không cho lưu số của tôi nữa
    delete my data
    erase everything about me
    xóa tài khoản của tôi ở đây
    xóa lịch sử chat`),
  language: lines(`
    nói tiếng Anh đi
    English please
    speak English
    in English
    đổi sang tiếng Anh
    đổi sang tiếng Việt
    tiếng Việt
    có tiếng Tày không
    nói tiếng Mông được không
    có tiếng Dao không
    đổi ngôn ngữ
    change language
    tiếng dân tộc có không`),
  listen: lines(`
    nghe
    cho nghe
    đọc cho bà nghe
    đọc lên cho tôi nghe
    đọc giúp ông
    tôi không biết chữ
    bà không biết đọc
    mắt kém không đọc được
    chữ nhỏ quá không đọc được
    nói bằng lời đi
    gửi ghi âm đi
    có giọng nói không
    read it aloud
    listen
    phát loa cho nghe`),
  distress: lines(`
    sợ quá
    lo quá
    hoảng quá
    bực quá
    tức quá đi mất
    nản lắm rồi
    chán lắm rồi
    khổ quá
    khổ lắm cháu ơi
    trời ơi sao khó thế
    làm cả buổi rồi mệt lắm rồi
    phát điên lên được
    rối hết cả lên
    bà khóc mất thôi
    cứu với
    sao mà hành dân thế
    I am so frustrated
    I am scared
    tuyệt vọng quá
    máy ngu thế
    mày ngu vừa thôi
    dốt thế không biết
    đồ vô dụng
    chỉ với chả dẫn
    hướng dẫn như đấm vào mặt
    nói chuyện với mày tức chết
    làm ăn chán thật
    rườm rà quá`),
  nothing: lines(`
    làm giấy khai sinh cho con
    đăng ký khai tử
    mua bảo hiểm y tế
    nhập hộ khẩu
    làm căn cước
    tách hộ khẩu
    xin trợ cấp cho mẹ
    mẹ tôi 78 tuổi
    Lý Văn Páo
    Nguyễn Thị Mai
    thôn Nà Khau
    xã Tân An
    0912 345 678
    24/11/2024
    con trai
    nhà thuê
    hai vợ chồng
    hôm nay trời mưa
    cơm nước gì chưa
    giá lợn bao nhiêu
    bệnh viện tỉnh
    ở nhà
    ngày mười hai tháng ba
    H60.25-251103-0007
    asdf
    hihi
    chồng em đi làm xa
    nhà em có năm người
    con em sinh ở trạm xá
    cái này của bố tôi
    tôi tên là Hoàng
    em ở thôn hai
    cháu tên là An
    sinh năm 1990
    ở xã Hà Lang cũ
    bố cháu tên Páo
    em sinh ở bệnh viện huyện
    nộp cho xã Tân An
    mẹ đứng tên
    đứa đầu
    bốn người
    hai tuổi
    không nhớ ngày
    khoảng tháng ba
    trời đang mưa
    hôm qua bắt được con cá to
    con bò nhà tôi đẻ sáng nay
    lúa nhà tôi chín rồi
    ngô bẻ xong hết rồi
    gà gáy rồi
    lợn bán rồi
    vừa đi chợ về
    nhà có khách
    tết này con cháu về đông
    đi chợ mua gì
    tôi là người dao
    nhà mới làm`),
};
