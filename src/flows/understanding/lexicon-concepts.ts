/**
 * What people mean by the words they use for papers, money, family and telephones.
 *
 * One entry is one notion, its phrases divided by semicolons, in the notation of `patterns.ts`.
 * Marks are written only where two words would otherwise be taken for each other.
 */
export const concepts: Readonly<Record<string, string>> = {
  // ---- accounts and the portal
  vneid:
    "vneid; vnei; vnid; vneidd; vneiid; vn eid; vn id; v neid; vne id; vn e id; vờ nê i đê; vờ nờ ê i đê; vi en ây đi; vi nê i đi; ve ne i de; định danh; dinh danh dien tu; app công an; ung dung cong an; app định danh; ung dung dinh danh; cái định danh; phần mềm công an; ô màu đỏ _ công an; national id app; electronic identification; digital id; e id",
  "digital-account":
    "tai khoan dinh danh; tai khoan dien tu; tai khoan tren dien thoai; tai khoan tren may; tai khoan _ dien thoai; tai khoan vneid; ma dinh danh; dinh danh dien tu",
  install:
    "cai _ app; cai vneid; cai dat; cai ung dung; cài vào; cai vao may; cài lại; cài hộ; cài giúp; cài được; cài cái; cai len may; cài máy; tải; tai ve; tai app; tai ung dung; tai vneid; tai cai; tai len may; ch play; chplay; app store; appstore; cua hang ung dung; install; download; set up; setup; cai _ dien thoai; cai phan mem; tai phan mem; =cài; chua co app; chua co vneid; chua co ung dung; lay app; get the app",
  "first-account":
    "dang ky tai khoan; tao tai khoan; mo tai khoan; lap tai khoan; lam tai khoan; lan dau; chua co tai khoan; mo tai khoan len; create _ account; new account; first time; tk moi; tai khoan moi; lap cho _ tai khoan",
  activate:
    "kich hoat; active; activate; kick hoat; kich hoạt; duyet roi; duoc duyet; da duyet; tin nhan bao _ duyet; 7 ngay; bay ngay; ma kich hoat; tin nhan _ cong an; quet the; ap the; ap cccd; ap _ vao lung; doc chip; quet chip; nfc; ap can cuoc",
  "level-two":
    "muc 2; muc hai; muc do 2; muc do hai; mức _ hai; level 2; level two; lv2; lv 2; second level; len muc; nang muc; nang cap; nang len; nang tai khoan; loai cao; cap 2 dinh danh; tai khoan muc; dinh danh muc; xac thuc muc; muc cao hon; cao hon; tai khoan thap; loai thap; muc thap",
  "level-one":
    "muc 1; muc mot; muc do 1; muc do mot; level 1; level one; lv1; loai thap; tai khoan thap",
  portal:
    "cong dich vu cong; dich vu cong; dvcqg; dichvucong; dich vu cong quoc gia; cong quoc gia; trang dich vu; cong dich vu; trang chinh phu; trang cua chinh phu; cong chinh phu; trang cua nha nuoc; trang nha nuoc; cong lam giay to; trang web cua xa; trang nop ho so; cai cong; vào cổng; trang lam giay; web dich vu; public service portal; service portal; the portal; government website; government site; gov vn",
  login:
    "dang nhap; dang nap; login; log in; sign in; signin; logging in; sign on; vào cổng; vao cong; vao trang; vao duoc trang; vao cai trang; mo trang; mở cái trang; chui vao; vao web; vao mang lam giay; vao kieu gi; vao bang cach nao; vao bang gi; dang nhap bang; dang nhap vao; khong vao duoc; vao khong duoc; ko vao dc; khong dang nhap; quet ma; quet qr; qr; o vuong; ma vuong; hinh vuong; bat quet; quét; tài khoản để vào; vao cong bang; chua vao duoc; bi thoat ra; bi vang ra; vao dich vu cong; get into; access",
  password:
    "mat khau; mat ma; passcode; password; pass word; pass; ma pin; ma bao mat; sau so; 6 so; 6 chu so; sau chu so; ma 6 so; cau hoi bao mat; so bi mat; ma mo app; ma mo ung dung; mat khau cu; chia khoa; mat khuu",
  forget:
    "quen; quên mất; khong nho; chang nho; chả nhớ; chẳng nhớ; khong con nho; lan mat; lẫn rồi; nhớ gì đâu; dat lai; cap lai mat khau; lay lai mat khau; khoi phuc; doi mat khau; reset; forgot; forgotten; forget; can t remember; remember; lo quen; nho nham; nhap sai; go sai; danh sai; sai nhieu; sai qua; nhap _ khong dung; locked; lock; bị khóa; khoa tai khoan; khoa vneid; bi khoa; no khoa; khoa mat; mo khoa; unlock; tai khoan khoa; bao khoa; khoa app; lam lai mat khau; lay lai tai khoan",
  otp: "otp; opt; ma xac thuc; ma xac nhan; ma xac minh; ma khong ve; khong ve ma; ma gui ve; khong thay ma; ma ve may; khong|ko co ma; ma tin nhan; tin nhan ma; ma kich hoat khong; verification code; code does not; doi sim; mat sim; doi so dien thoai; so cu; so dien thoai cu",
  phone:
    "dien thoai; dien thoai moi; doi may; may moi; mua may; doi dien thoai; phone; new phone; may hong; mat may; rot may; hong may; con redmi; smartphone",
  submit:
    "nop; nộp hồ sơ; gui ho so; gui giay; gui giay to; gui di; gui len; gửi qua; gửi lên; gui cho xa; dua len; dua giay to; chuyen giay to; gui don; nop don; nop giay; nop len; submit; send; apply online; upload documents; lam ho so tren mang; lam giay to tren mang; lam giay tren mang; lam thu tuc tren mang; lam thu tuc; lam giay to o nha; lam o nha; file an application; file my; hand in",
  dossier:
    "ho so; giay to; don; thu tuc; bo ho so; bo giay; application; dossier; paperwork; documents; papers; to khai; don tu; giay ma",
  online:
    "tren mang; online; onl; truc tuyen; qua mang; tren dien thoai; qua dien thoai; bang dien thoai; trong dien thoai; tren may; trong may; o nha; ngoi nha; tai nha; on line; khoi phai ra xa; khong phai ra xa; tren web; from home; by phone; tu xa; qua internet; bang may tinh; khoi ra xa; khoi di xa; khong can ra xa",
  "how-many-steps":
    "gom nhung buoc; cac buoc; buoc nao; chon co quan; chon cai gi truoc; dien cai gi; dien to khai; dien don; chup giay to; chup gui; dinh kem; chup anh giay; dang tai; chon noi nop; chon noi lam; dien nhu the nao; dien the nao; buoc dau; chua lam lan nao; lan dau lam; bat dau tu dau; lan dau; scan",
  pay: "nop tien; dong tien; tra tien; tra phi; nop phi; dong phi; nop le phi; dong le phi; thanh toan; le phi; phi ho so; khoan phi; tien phi; tien le phi; chuyen khoan; chuyen tien; chuyen phi; vi dien tu; momo; viettel money; zalopay; zalo pay; vnpay; tien mat; bien lai; hoa don; the ngan hang; tai khoan ngan hang; ngan hang; doi tien; bat dong tien; tru tien; tien lam giay; internet banking; pay; payment; fee; fees; receipt; quet tien; dong qua; tra qua; tra bang; tien nop; nop bao nhieu tien; dong tien o dau; 8 nghin; tam nghin; 8000; money for; dong bang gi",
  "paid-already":
    "tru tien roi; chuyen roi; da chuyen; dong roi; da dong; nop tien roi; tra tien roi; tru roi; nop hai lan; tru hai lan; chuyen nham; khong thay bien lai; hoan tien; refund; da thanh toan; tra roi; paid; bao chua nop",
  track:
    "tra cuu; tra ho so; tra xem; tra ma; tra giup; tra ho; den dau roi; den dau; toi dau roi; tinh trang ho so; tinh hinh ho so; trang thai; xong chua; duoc chua; co chua; co ket qua chua; ket qua chua; xem ket qua; bao gio xong; bao gio co; bao gio duoc; bao gio lay; khi nao xong; khi nao co; khi nao lay; khi nao duoc; check ho so; kiem tra ho so; theo doi; ma ho so; so ho so; giay hen; phieu hen; qua hen; tre hen; het hen; ngay hen; dang o dau; nam o dau; giai quyet chua; giai quyet den; da duoc giai quyet; xu ly; duyet chua; chua thay ai; chua thay gi; chua thay bao; khong thay bao; khong thay goi; chua co ket qua; chua thay tra; chua tra; chua co giay; van chua; xem ho so; xem _ den dau; track; status; tracking; how far; ready yet; is it ready; still waiting; chua thay ket qua; im hoi; im luon; im re; im lìm; tra lai ho so; bi tra lai; yeu cau bo sung; bo sung giay to; nhan ket qua; lay ket qua; cho mai; doi mai; lau qua; mai khong thay; lam den dau",
  "sent-before":
    "da nop; nop roi; nop hom; gui hom; nop tuan; gui tuan; gui tu; nop tu; nop thang; gui thang; nop duoc; gui duoc; nop hom no; da gui; gui roi; gửi đi rồi; nop lau roi; nop ngay; gui ngay; gui lau roi; i submitted; i sent; nop ca tuan; nop online roi; nop xong; gui xong; lam hom; bua truoc nop; hom truoc nop; hom no nop; hom _ nop; tuan truoc nop; bua _ gui",

  // ---- birth
  "birth-paper":
    "khai sinh; giay sinh; giay đẻ; giay de cua; giay dat ten; khai xinh; birth certificate; birth cert; birth registration; register the birth; register a birth; register birth; register my son birth; birth paper; giay khai; to khai sinh; ks cho; khai sanh; giay chung sinh; chung sinh; birth",
  newborn:
    "mới đẻ; moi de; moi sinh; vua sinh; vua đẻ; vua de; sap sinh; sap de; chao doi; ra doi; đẻ con; de con; sinh con; đẻ bé; de be; sinh be; đẻ được; de duoc; sinh duoc; đẻ ở; de o; đẻ thằng; de thang; đẻ đứa; de dua; sinh cu; =đẻ; vo em sinh; vo toi sinh; so sinh; newborn; new born; new baby; baby; gave birth; day thang; đầy cữ; day cu; _ thang tuoi; em be; be trai; be gai; chau be; be nha; thang cu; cai gai; con nho moi; con dau _ sinh; hai tuan tuoi; may ngay tuoi; con so; co em be; o cu; vua co chau; co them chau; chua dat ten; dat ten; tre em; tre duoi 6; cho be; cho con; cho chau; infant; con tho; con moi; tre",
  "own-child":
    "cho con; con em; con toi; con trai; con gai; cho be; cho chau; con minh; thang con; dua con; cho tre; my son; my daughter; my child; my baby; thang cu; thang be; be nha; thang ut; chau noi; chau ngoai",
  "no-paper-yet":
    "chua co giay; chua co cai giay; chua co to giay; khong co giay; chua lam giay; chua co giay to gi; chua di lam; chua khai; chua co gi; qua han; muon roi; co muon; tre han; chua co ten; giay to gi; can giay gi cho chau",
  combo:
    "lien thong; 3|ba trong 1|mot|một; 2 trong 1; hai trong mot; ba thu; 3 thu; ca ba; ca 3; mot lan; 1 lan; mot luot; mot the; cung luc; mot luc; cung mot luc; lam chung; lam luon; lam mot the; lam gop; gop; ba cua; may cua; chay ba; mot cho; mot noi; 1 cho; ca hai; lien luon; ca bo; tron goi; ca nhap khau; ca the; ca ho khau; ca bao hiem; kem; dong thoi; kem theo; together; all in one; at once; three in one; combined; ba viec; cung mot ho so; mot ho so; lam het; lam ca; rồi cả; luon the; khong phai di nhieu lan; chay nhieu noi; lam tat ca",
  "insurance-card":
    "bao hiem; bao hiem y te; the bao hiem; bhyt; the bh; bh y te; the y te; the kham benh; the kham; the đi viện; the di vien; the vien; the chua benh; health insurance; insurance card; insurance; the nha thuong; the kham chua benh; the xanh di vien; kham chua benh",
  household:
    "ho khau; hộ khẩu; nhap khau; nhap ho; vao khau; vao ho; so ho khau; vao so; khau; so ho; ghi ten vao ho; thuong tru; shk; household",

  // ---- civil status papers
  redo: "lam lai; dang ky lai; dk lai; xin lai; cap lai; khai lai; lam cai moi; cai moi; xin cap lai; lam moi; lai duoc khong; again; re register; reregister; re registration; re issue; reissue; replace; replacement; new one; lay lai; lam moi lai",
  lost: "mất giấy; mat giay; bị mất; bi mat; lam mat; danh mat; đánh rơi; danh roi; rơi mất; roi mat; mất rồi; mat roi; mất hết; mat het; that lac; thất lạc; chay; cháy; chay het; chuot can; chuot gam; mối ăn; moi an; mối xông; rach; nat; nát; mục; uot; ướt; lũ cuốn; lu cuon; cuon mat; troi; trôi mất; hong; lost; burnt; burned; stolen; mat khai sinh; mất khai sinh; mat ban chinh; mất bản chính; mất bản gốc; mat ban goc; mat cai giay; mất cái; khong con giay; khong thay dau; tim khong thay giay; mất từ; mat tu be; mat lau; bi rach; roi vi; rơi ví; mat vi; mất ví; khong tim thay; mất tờ; mat to; mat the; mất thẻ; ướt nát",
  "register-lost":
    "mat so goc; mất sổ; so goc mat; so _ mat; so goc _ mat; so goc khong con; khong con so; khong con luu; khong luu; so luu mat; so o xa; so bi chay; so chay; so goc bi; so cu mat; so that lac; so tham lac; khong tim thay trong so; trong so khong; khong co trong so; khong co ten trong so; so cu khong con; xa khong con; uy ban khong con; ubnd khong con; xa mat so; luu tru khong con; khong co so; chay so; so so tan; so _ that lac; so _ chay; khong con ban luu; khong con ho so luu; register was lost; records lost; so khong con; khong thay ten; khong con so goc; mat het so; so goc _ khong con; xa bao khong con; bao mat so; chay uy ban; chay tru so; khong co ho so goc; so goc chay",
  "register-kept":
    "so van con; trong so van con; van con ten; con ten trong so; con trong so; so con; so goc con; con so goc; con luu; van luu; con so; xa van con; so goc van con",
  "birth-old":
    "sinh nam; từ bé; tu be; tu nho; hoi be; hoi xua; ngay xua; ngay truoc; lau roi; hoi nho; may chuc nam; thoi chien tranh; hoi chien tranh; thoi bao cap; old; long ago; tu ngay",
  "copy-word":
    "trich luc; chich luc; trich nuc; ban sao; ban sao trich luc; bs; trich sao; to khac; ban khac; ban nua; them ban; may ban; xin ban; xin them; 2 ban; 3 ban; hai ban; ba ban; to thu hai; cap ban sao; ban phu; lay ban sao; xin to khac; copy; copies; extract; extracts; duplicate; cai ban sao; mot ban; them mot to; xin mot to; trich khai sinh; sao luc; ban trich",
  "certificate-any":
    "giay ket hon; giay dang ky ket hon; giay khai tu; giay chung tu; giay khai sinh; ho tich; marriage certificate; death certificate; giay to ho tich; hôn thú",
  correct:
    "cai chinh; sua; chinh sua; dinh chinh; dieu chinh; sai; ghi sai; ghi nham; sai ten; sai ngay; sai nam; nham ten; nham ngay; lech; khong khop; khac nhau; khong giong; khong trung; thieu chu; thua chu; them chu; thieu dau; them dem; bo sung; thay doi; doi ten; đổi họ; doi ho; doi chu dem; ten dem; chu dem; doi lai; đổi sang; doi sang; doi dan toc; xac dinh lai dan toc; dan toc; doi ngay sinh; doi nam sinh; doi gioi tinh; ten xau; muon ten khac; ten khac; cho dung; sai chinh ta; sai chu; sai mot chu; correct; correction; change my name; change name; change the name; wrong name; wrong date; misspelled; misspelt; mistake; spelling; fix; doi ten dem; bo chu; mang ho; theo ho; ho me; ho bo; quen ghi; thieu ten; trong ten; de trong",
  "name-or-date":
    "ho ten; ten dem; ten; ngay sinh; nam sinh; ngay thang nam sinh; chu dem; dan toc; que quan; noi sinh; gioi tinh; ten bo; ten me; name; date of birth; họ; quoc tich; ngay thang; ethnicity; ethnic",
  "civil-status": "ho tich; civil status",
  death:
    "khai tu; khaj tu; chứng tử; chung tu; giay tu; bao tu; giay bao tu; qua đời; qua doi; tu tran; =chết; chet roi; chet hom; bi chet; moi chet; vua chet; da chet; về với tổ tiên; ve voi to tien; ve voi ong ba; ve troi; khuat nui; di roi khong con; nguoi chet; nguoi da khuat; nguoi đã mất; nguoi da mat; nguoi moi mat; nguoi mất; nguoi than mat; tạ thế; ta the; trut hoi; nham mat; nhắm mắt; xoa ten; xoa khau; cat khau cho; cắt khẩu; xóa khẩu; lam ma; làm đám; lam dam; dam tang; đám ma; dam ma; lo tang; tang xong; chon cat xong; chon xong; chôn; death; died; dies; dead; passed away; pass away; deceased; death certificate; vua mất; vừa mất; moi mất; mới mất; ra di hom; khong qua khoi; mat hom; mất hôm; mất tuần; mat tuan truoc; mat thang truoc; mất tháng; mất đêm; mất sáng; mat o nha; mất ở; mat tai; mất do; mất vì; bố|mẹ|ông|bà|cụ|chồng|vợ|anh|chị|bác|chú|cô|cậu|thầy|bầm|cha|dì|mợ|thím|bo|me|ong|ba|cu|chong|vo|bac|thay|cha mất !giấy|giay|thẻ|the|sổ|so|cccd|cmnd|căn|can|hết|het|mã|ma|mật|mat|ví|vi|điện|dien|máy|may|tiền|tien|bao|sim|hộ|khai|bản|ban|mạng|mang|sóng|song|gốc|goc|công|cong|thời|bằng|bang|tờ|to|cái|cai|chứng|chung|tài|tai|từ|tu|pass|mk|khẩu; bố|mẹ|ông|bà|cụ|chồng|vợ|anh|chị|bác|chú|cô|con|cháu|bo|me|ong|ba|cu|chong|vo|bac|thay|cha nhà|nha|tôi|toi|em|tao|nội|noi|ngoại|ngoai|cháu|chau|mình|minh|ấy|ay|đẻ|tui|bác|già|gia|cụ|cu _ mất !giấy|giay|thẻ|the|sổ|so|cccd|cmnd|căn|can|hết|het|mã|ma|mật|mat|ví|vi|điện|dien|máy|may|tiền|tien|bao|sim|hộ|khai|bản|ban|mạng|mang|sóng|song|gốc|goc|công|cong|thời|bằng|bang|tờ|to|cái|cai|chứng|chung|tài|tai|từ|tu|pass|mk|khẩu",
  "report-death":
    "bao voi xa; bao tu; nói với xã; noi voi xa; bao xa; bao chinh quyen; dung ra bao; lam giay; dang ky; khai; xoa ten; cat khau; bao voi tu phap; register",
  "single-paper":
    "doc than; tinh trang hon nhan; xac nhan hon nhan; xn hon nhan; xac nhan tinh trang; xntthn; xnhn; tthn; chua vo; chua chong; chưa vợ; chưa chồng; chua co vo; chua co chong; chua lay vo; chua lay chong; chua lay ai; chua ket hon; chua cuoi ai; chua dang ky ket hon; chua tung ket hon; chua lap gia dinh; chua co gia dinh; khong co vo; khong co chong; van con doc than; single; marital status; unmarried; not married; never married; hon nhan; doc nhat",
  marry:
    "ket hon; dang ky ket hon; dkkh; dk ket hon; đk kh; giay ket hon; lay vo; lấy vợ; lay chong; lấy chồng; cưới; cuoi nhau; dam cuoi; lam cuoi; cuoi vo; cuoi chong; cuoi xong; cuoi roi; da cuoi; hon thu; giay vo chong; giay lay nhau; lấy nhau; lay nhau; dang ky vo chong; thanh vo chong; ky giay; ky ket hon; ky vo chong; marriage; get married; getting married; marry; wedding; register our marriage; dang ky hon; cuoi theo tuc; ve o voi nhau; o voi nhau; ăn hỏi; an hoi; xem ngay; gia thu; hai dua",
  "by-custom":
    "theo tuc; phong tuc; tuc le; chua ra xa ky; chua dang ky; khong dang ky; chua co giay ket hon; chua co giay vo chong; chua lam giay ket hon; lau roi chua; lay nhau lau; co con roi; song chung; song voi nhau; ngoai xa chua",
  acknowledge:
    "nhan con; nhận con; nhan cha; nhan bo; nhan me; nhan cha me con; nhan lai con; nhan cha con; nhan me con; nhan lam con; bố _ nhận; bo no nhan; bo chau nhan; bo de; cha de; cha ruot; bố ruột; bo ruot; adn; xet nghiem; con rieng; con ngoai gia thu; ngoai gia thu; mang ten bo; co ten bo; ghi ten bo; them ten bo; them ten cha; khong co ten bo; khong co ten cha; de trong ten cha; trong phan cha; bo trong cha; chi co ten me; khai sinh thieu cha; paternity; acknowledge; recognise my; recognize my; recognition; claim my child; xac nhan cha; xac nhan bo; cha con; nhận nó; nhận lại; nhận cháu; nhan chau; nhan cho no; nhan lai; dna",
  certify:
    "chung thuc; trung thuc; cong chung; sao y; sao y ban chinh; dau do; dấu đỏ; dong dau; đóng dấu; photo; pho to; phô tô; foto; ban sao co dau; ban sao chung thuc; cong trung; chung thuc chu ky; chu ky; xac nhan chu ky; so yeu ly lich; so yeu; certified copy; certified copies; certify; notarise; notarize; notary; ban sao dien tu; uy quyen; giay uy quyen; di chuc; hop dong; dau xa; to photo; sao chung thuc",
  "papers-to-certify":
    "bang cap; bang tot nghiep; bang dai hoc; bang cap ba; bang lai; hoc ba; so do; cccd; can cuoc; bang; giay khen; huan chuong; ho so xin viec; bang tn; diploma; degree; bang nghe; so ho khau; giay phep",
  "criminal-record":
    "ly lich tu phap; li lich tu phap; lltp; phieu ly lich; ly lich; tien an; tien su; an tich; xoa an tich; giay sach; sạch án; sach an; khong pham toi; chua pham toi; khong co an; khong tien an; chua vi pham; khong vi pham phap luat; vi pham phap luat; an treo; criminal record; police check; police clearance; background check; judicial record; clean record; phap luat con han; di tu; ho so an; tu phap so 1; tu phap so 2; phieu so 1; phieu so 2; giay tu phap; tu phap",
  abroad:
    "di nuoc ngoai; di lao dong; xuat khau lao dong; di han; di nhat; di dai loan; abroad; xin viec; xin visa; lao dong nuoc ngoai; di lam cong ty; cong ty doi; cong ty yeu cau; chay xe; hang yeu cau; di lam",

  // ---- residence
  permanent:
    "thuong tru; dang ky thuong tru; nhap khau; nhap ho khau; nhap hk; chuyen khau; chuyen ho khau; chuyen hk; nhap vao ho; nhap vao nha; nhap ve; vao so nha; vào sổ; vao khau; vao ho; nhap so; them vao so; them ten vao; ghi ten vao; cat ho khau; cat khau chuyen; cắt khẩu về; dua _ ve khau; o han; dọn hẳn; don han; chuyen han; ve o han; chuyen ve day o; khau ve; ho khau ve; nhap khau cho; permanent residence; permanent; household registration; register my address; move my household; nhap chung; chuyen ho; di chuyen khau; ve cung ho khau; cung ho khau",
  temporary:
    "tam tru; tam chu; dang ky tam tru; kt3; kt 3; o tro; nha tro; phong tro; thue tro; thue nha; thue phong; o thue; o nho nha; gia han tam tru; khai tam tru; o may thang; o vai thang; o mot nam; o mot thoi gian; o tam; o dai ngay; may thang; cong nhan; tho xay; may nguoi tho; dua tho; tho; nguoi lam thue; lam thue; lam cong; temporary residence; temporary; rented room; renting; tenant; tenants; o nha cong vu; o lan; ra thanh pho lam; len day lam; len day day hoc; o tap the; o ky tuc; khai cho chung no; o lai lam",
  stay: "luu tru; nuu tru; luu chu; thong bao luu tru; khai bao luu tru; ngu lai; ngủ lại; ngu nho; ngủ nhờ; ngu qua dem; qua dem; o qua dem; o lai dem; ngu mot dem; ngu may dem; ngu vai; ngu hai; ngu 2; ngu lai may hom; ngu day; o lai vai hom; o lai may hom; o lai hai hom; o choi may hom; o choi; len choi; xuong choi; den choi; ve choi; khach o; khach ngu; khach den; khach toi; co khach; nha co khach; khach du lich; homestay; home stay; nha nghi; nguoi la; người lạ; cho nguoi la; nguoi nha o que ra; ban den; bạn tới; ho hang den; nguoi quen den; guest; guests; overnight; stay notification; tourists; staying with us; visitor; visitors; may dem; vai dem; mot dem; hai dem; hai toi; o vai hom; o may hom; o mot hom; ngu tro; nghi lai",
  "residence-paper":
    "xac nhan cu tru; xn cu tru; xac nhan thong tin; xac nhan thong tin cu tru; thong tin cu tru; thong tin ve cu tru; ct07; ct 07; c t 07; xac nhan noi|cho o; giay noi o; noi cu tru; xac nhan ho khau; xac nhan thuong tru; xac nhan tam tru; xac nhan nhan khau; giay thay so ho khau; thay so ho khau; thay ho khau; chung nhan _ o day; chung nhan nguoi; nguoi thon nay; la nguoi o day; co ho khau o day; o day that; giay chung nhan ho khau; chung minh noi o; chung minh cho o; nha co may nguoi; nha co nhung ai; may nhan khau; bo so ho khau; thu so ho khau; thu mat so; thu so; so ho khau bi thu; so ho khau cu; khong con so ho khau; het so ho khau; xac nhan cho o; confirmation of residence; residence certificate; proof of residence; proof of address; residence confirmation; cong an dong dau; giay xac nhan noi; giay cu tru; cu tru; ghi nha co may; dan cu; danh sach nguoi trong nha; xac nhan dia chi; giay xac nhan o",
  split:
    "tach ho; tach khau; tach so; tách; tach ho khau; tach hk; tach shk; tach ra; tach rieng; ra o rieng; ra rieng; o rieng; an rieng; ho rieng; so rieng; khau rieng; bep rieng; moi nguoi mot so; moi nha mot ho; thanh mot ho; thanh ho rieng; lam ho rieng; moi nguoi mot bep; rieng ra; chia ho; split; separate household; split household; own household; moi nguoi mot ho; moi nha mot so; dung ten so rieng; lam so rieng; lap ho moi; hai ho; cho ra rieng; dung rieng; lam chu ho rieng; tac ho",
  "id-card":
    "can cuoc; can cuoc cong dan; cccd; cmnd; cmt; chung minh thu; chung minh nhan dan; chung minh; the can cuoc; the cccd; the gan chip; the chip; id card; identity card; citizen card; national id; cancuoc; the can; lam the; doi the; the moi; cai the de di; the gi; can cuoc dien tu; chung minh cu; giay tuy than; the nhan dan",
  "id-need":
    "het han; hết hạn; qua han; doi; đổi; cap; cấp; cap doi; mo het; mờ; gay; gãy; bi gay; bong; tay den; lam can cuoc; lam cccd; lam the; cap lai; lan dau; 14 tuoi; tron 14; du 14; muoi bon tuoi; 25 tuoi; 40 tuoi; 60 tuoi; duoi 14; sap het han; mất; mat cccd; mất cccd; mat can cuoc; mất căn cước; expire; expired; renew; lost; tre em; 6 tuoi; lay duoc; bao lau; lam o gan; chup anh; lay van tay; hen tra; mat giay to; mất giấy tờ; rơi ví; roi vi",

  // ---- insurance and support
  "buy-insurance":
    "mua bao hiem; mua the; mua bhyt; dong bao hiem; dong tiep; gia han the; gia han bhyt; gia han bao hiem; mua tiep; mua cho ca nha; ho gia dinh; bhyt hgd; bao hiem ho; bao hiem ca nha; tu mua; tự mua; the het han; het han the; the bao hiem _ het han; chua co the; khong co the; mua lai the; dong tien bao hiem; tai tuc; mua o dau; mua cho; nguoi thu hai duoc giam; buy insurance; buy health; family insurance; renew; buy; cap the di vien; the di vien; mua the kham; tham gia bao hiem; tham gia bhyt; mua bh; bh ho gia dinh; tien bao hiem; tu nguyen; het han",
  "old-age-money":
    "huu tri xa hoi; tro cap huu tri; huu tri; tien nguoi gia; tiền già; tien gia; tien tuoi gia; luong gia; lương già; tien cao tuoi; tro cap nguoi cao tuoi; tro cap tuoi gia; nguoi cao tuoi; cao tuoi; cao nien; nguoi gia; tien cho nguoi gia; che do nguoi gia; bao tro nguoi gia; khong co luong huu; khong luong huu; khong co luong; ko luong; khong luong; nam tram nghin; may tram nghin; 500 nghin; 500k; 500 000; tien 75; tien 70; tuoi 75; 75 tuoi; tren 75; du 75; bay lam tuoi; bay muoi lam tuoi; tu 75; 80 tuoi; tam muoi tuoi; old age pension; social pension; pension; elderly allowance; old people; elderly; tien duong lao; tien ong ba gia; tien cu; lanh tien gia; tien hang thang cho nguoi gia; tien nha nuoc cho nguoi gia; lương hưu; luong huu; tuoi gia; an tien gia; linh tien gia",
  allowance:
    "tro cap; bao tro; bao tro xa hoi; tro cap xa hoi; tien hang thang; hang thang; tien tro cap; tro cap thang; phu cap; che do; huong che do; tien nuoi duong; nuoi duong; duoc huong; duoc tien; cham soc; tien cham soc; tien cho nguoi cham; xin tien; linh tien; lanh tien; nhan tien; tien ho tro; social allowance; social assistance; allowance; benefit; monthly support; support money; bao tro hang thang; tien bao tro; tien nha nuoc; moi thang; an tro cap; cat tien; bi cat; dung tro cap; tien xa hoi; btxh; tien cho",
  "needy-person":
    "mo coi; mồ côi; khong cha; khong me; khong cha khong me; khong bo me; mat ca cha lan me; mat bo mat me; bố mẹ mất; bo me mat; cha me mat; bo me chet; bố mẹ chết; bo chet; bố chết; me chet; mẹ bỏ đi; me bo di; bo di; bo roi; bỏ rơi; don than; me don than; nuoi con mot minh; mot minh nuoi con; nuoi con; ông bà nuôi; ong ba nuoi; hiv; khong noi nuong tua; neo don; co don; khong ai nuoi; tre mo coi; nhan nuoi; orphan; orphans; single mother; single parent; nuoi chau; cham nguoi khuyet tat; bo tu; bo di tu; khong noi nuong; khong ai cham",
  disability:
    "khuyet tat; tan tat; tàn tật; tat nguyen; nguoi khuyet; tam than; thần kinh; than kinh; dong kinh; tu ky; tự kỷ; bai liet; bại liệt; =liệt; liet nua nguoi; nam liet; nằm liệt; liet giuong; liet chan; liet hai chan; liet mot; cut tay; cut chan; cụt; câm điếc; cam diec; diec; điếc; bi mu; mù; mu mat; mu hai mat; mat khong thay; bai nao; bại não; down; cham phat trien; thieu nang; thieu nang tri tue; di tat; bi tat; thọt; khoeo; que; què; bi que; teo co; tai bien; khong di lai duoc; khong noi duoc; khong nghe duoc; khong tu lam duoc; mat suc; disabled; disability; disabilities; handicapped; deaf; blind; wheelchair; autism; autistic; nang dac biet; dac biet nang; tam than phan liet; cut mot; ngo ngo; dai dot; khong biet noi; co giat; chan tay yeu; xe lan; di khong noi",
  "disability-paper":
    "giay khuyet tat; giay xac nhan khuyet tat; giay chung nhan khuyet tat; giay tan tat; the khuyet tat; xac dinh muc do; xac dinh khuyet tat; muc do khuyet tat; muc do; hoi dong; cham muc; xet muc; xet khuyet tat; cham nang nhe; xep muc; nang nhe; muc nhe; muc nang; dang khuyet tat; giay chung nhan muc do; cong nhan khuyet tat; chung nhan; giay chung nhan; giam dinh; lam giay cho; chua co giay; giay to gi chung nhan; giay xac nhan; lam giay; disability certificate; certificate; xet lai; danh gia muc do; giam dinh suc khoe; benh an",
  "disability-paper-held":
    "co giay khuyet tat; co giay roi; co giay xac nhan roi; giay khuyet tat roi; da co giay; co the khuyet tat; giay khuyet tat nang roi; giay _ roi gio; co giay _ nang",
  "funeral-money":
    "mai tang; mai tang phi; tien mai tang; ho tro mai tang; chi phi mai tang; tien chon; tien chon cat; tien ma chay; ma chay; tien dam; tien lo dam; lo dam; tien lam ma; tien dam ma; tien dam tang; tien tang; tang phi; tien tuat; tuất; tien phung dieu; tro cap mai tang; tien hom; tien quan; tien tu; tien nguoi chet; tien cho nguoi chet; tien cho nguoi mat; funeral; burial; chon cat; funeral support; funeral money; mot khoan nua; ma chay cho",
  money:
    "tien; tiền; ho tro; mot it; mot khoan; may tram; may trieu; trieu; money; support; duoc bao nhieu; chi phi; duoc tien; che do",
  "poor-household":
    "ho ngheo; hộ nghèo; can ngheo; cận nghèo; ngheo; nghèo; so ngheo; sổ nghèo; dien ngheo; diện nghèo; thoat ngheo; tai ngheo; vao ho ngheo; xet ngheo; binh xet; bình xét; binh ngheo; ra soat; rà soát; ngheo lam; xin ho ngheo; giay ho ngheo; chung nhan ho ngheo; chuan ngheo; poor household; near poor; poor; poverty; low income; cai so; cái sổ ấy; duoc cai so",
  hardship:
    "kho khan; kho qua; kho lam; hoan canh; khong co ruong; khong co dat; khong co an; thieu an; thieu gao; dói; doi khong; nha dot; mai dot; mái lợp; nha tam; nha sap; nha nat; thu nhap thap; khong co thu nhap; khong lam ra tien; dong con; lu cuon; bao lu; chet ret; mot minh; tung thieu; neo nguoi; no nan; no nang; om dau; khong co gi; dot nat; dột",
  merit:
    "co cong; nguoi co cong; cach mang; thuong binh; bệnh binh; benh binh; liệt sĩ; liet si; liet sy; liệt sỹ; liêt si; con liet si; vo liet si; me liet si; gia dinh liet si; than nhan liet si; than nhan; tho cung liet si; chat doc; da cam; mau da cam; dioxin; nhiem chat doc; bo doi; bộ đội; di bo doi; quan nhan; cuu chien binh; ccb; khang chien; huan chuong; huy chuong; chien tranh; chien truong; danh my; đánh mỹ; danh phap; danh bien gioi; bien gioi; thanh nien xung phong; tnxp; xung phong; dan cong hoa tuyen; dan quan; du kich; di b; di k; campuchia; lao ve; me viet nam anh hung; me anh hung; bi dich bat; tu day; anh hung; nguoi cong; bi thuong; manh dan; manh bom; 290; 142; 62; quyet dinh 62; veteran; war invalid; war; martyr; merit; revolution; soldier; agent orange; trung tu; chinh sach thuong binh; gia dinh chinh sach; chinh sach nguoi; che do bo doi",
  student:
    "hoc sinh; ban tru; bán trú; noi tru; hoc phi; học phí; chi phi hoc tap; tien hoc; tien an hoc; tien an; gao; gạo; mien giam; mien hoc phi; giam hoc phi; mien tien hoc; di hoc xa; o lai truong; ho tro hoc; ho tro hoc sinh; ho tro hoc tap; tien an trua; an trua; mau giao; mam non; lop mot; cap hai; cap 2; cap ba; cap 1; tieu hoc; vung 3; vung ba; khu vuc 3; vung kho; vung cao; vung dac biet kho khan; 116; 81; 238; hoc bong; sach vo; nha truong; co giao; school; tuition; student; pupil; pupils; boarding; scholarship; school fees; school meals; tien cho con di hoc; con di hoc; truong; cho con hoc; sinh vien; xa truong; xa nha; dong hoc; con hoc; chau hoc",
  "student-money":
    "tien an; gao; mien; giam; ho tro; hoc phi; chi phi hoc tap; tro cap; duoc tien; xin tien; support; free; exemption; money; rice; duoc gao; tien; che do; mien giam",

  // ---- what somebody wants with it
  want: "muon; can; xin; lam sao; lam the nao; lam nhu the nao; the nao; nhu the nao; kieu gi; nhu nao; ntn; cach; o dau; cho nao; cho hoi; hoi; giup; ho; chi; bay; phai lam gi; lam gi; giay gi; can gi; gap ai; i want; i need; how; where; how do i; can i; help; duoc khong; thu tuc; lam o dau; di dau; ra dau",
  "name-alone": "ten",
  age: "tuoi; tuổi",
  register: "dang ky; dang ki; đk; dk; lam giay; xin giay; khai; khai bao; register",
  "do-paper": "lam giay; lam; xin; cap; xin giay; lam thu tuc; make; get; obtain; issue",
};
