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
    ok rồi nhé, tiếp`),
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
    chua xong`),
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
    trả lại cái màn hồi nãy`),
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
    cho hỏi lại bước này làm gì`),
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
    cho xem kỹ hơn`),
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
    ko dc`),
  "screen-differs": lines(`
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
    bấm vào ra cái khác hẳn`),
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
    cho bà hỏi người chứ không hỏi máy`),
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
    đi lấy giấy chứng sinh rồi làm sau`),
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
    mục lục`),
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
    thôi nhé không làm đâu`),
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
    tuyệt vời cảm ơn`),
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
    không phải, làm giấy kết hôn cơ`),
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
    không có tin nhắn xác nhận`),
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
    đăng nhập báo sai tên hoặc mật khẩu`),
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
    ảnh bị ngược nó không nhận`),
  "trouble:not-found": lines(`
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
    danh sách không có tên tôi`),
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
    có lỗi`),
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
    phải ra đầu bản mới có sóng`),
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
    cái này của bố tôi`),
};
