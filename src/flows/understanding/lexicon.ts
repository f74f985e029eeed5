/** What the readers know about words. Programmers' material: typed data, no decisions. */

export interface Lexicon {
  /** Folded abbreviation → what it stands for, folded. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Ways of saying each thing that is said while a guide is open, folded or not. */
  readonly intents: Readonly<Record<string, readonly string[]>>;
}

export const lexicon: Lexicon = {
  abbreviations: {
    ko: "khong",
    k: "khong",
    kg: "khong",
    hok: "khong",
    kh: "khong",
    dc: "duoc",
    gks: "giay khai sinh",
    hs: "ho so",
    tk: "tai khoan",
    mk: "mat khau",
    dt: "dien thoai",
    dvc: "dich vu cong",
    bhyt: "bao hiem y te",
    bhxh: "bao hiem xa hoi",
    hk: "ho khau",
    ubnd: "uy ban",
    tt: "thu tuc",
    r: "roi",
    j: "gi",
    h: "gio",
    lm: "lam",
    ng: "nguoi",
  },
  intents: {
    done: ["xong rồi", "em bấm rồi", "được rồi", "đã làm xong"],
    "not-done": ["chưa xong", "chưa được", "chưa làm"],
    back: ["quay lại", "lùi lại", "bước trước"],
    repeat: ["nhắc lại", "nói lại", "vừa nãy bảo gì"],
    explain: ["chỉ kỹ hơn", "là gì", "không hiểu", "giải thích"],
    stuck: ["không làm được", "không biết làm thế nào"],
    human: ["gặp người giúp", "nói chuyện với người thật", "gọi cán bộ"],
    later: ["tạm nghỉ", "để mai làm", "lúc khác làm tiếp"],
    menu: ["việc khác", "danh sách", "thủ tục khác"],
    cancel: ["thôi không làm nữa", "hủy", "thoát"],
    thanks: ["cảm ơn", "cám ơn"],
    "wrong-thing": ["không phải cái này", "nhầm rồi"],
    "trouble:otp": ["không có mã", "mã không về", "mã otp hết hạn"],
    "trouble:password": ["sai mật khẩu", "quên mật khẩu"],
    "trouble:upload": ["ảnh không lên", "ảnh mờ", "không gửi được ảnh"],
    "trouble:not-found": ["không thấy tên xã", "tìm không có"],
    "trouble:error-page": ["báo lỗi", "lỗi hệ thống"],
    "trouble:network": ["mạng yếu", "hết dung lượng", "quay mãi"],
  },
};
