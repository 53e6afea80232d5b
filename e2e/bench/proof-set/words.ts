/** The words of the proof set, in two halves that share none: rules are tuned on one, figures are of the other. */
export interface Words {
  titles: readonly string[];
  subtitles: readonly string[];
  bodies: readonly string[];
  small: readonly string[];
  english: readonly string[];
  mixed: readonly string[];
  couplets: readonly (readonly [upper: string, lower: string, over: string])[];
  columns: readonly string[];
}

export const halves: Record<"tuned" | "reported", Words> = {
  tuned: {
    titles: [
      "新年快乐",
      "夏日清凉节",
      "春茶上市",
      "全城热恋",
      "山野露营",
      "读书的夜晚",
      "冬至团圆",
      "龙舟竞渡",
      "海边音乐会",
      "匠心手作",
    ],
    subtitles: [
      "全场五折起，会员再减20元",
      "每周六晚八点，不见不散",
      "让每一口都有阳光的味道",
      "把旧时光装进新茶杯",
      "限时特惠￥199起",
      "三十年老店，只做一碗面",
    ],
    bodies: [
      "七月一日至十五日，线下门店与小程序同享。每日前一百名赠冰杯一只。",
      "我们在山谷里种下第一棵茶树，三年后才等到它的第一片新叶。",
      "报名即送帆布袋，名额有限，先到先得；十岁以下儿童免费入场。",
      "请沿着石阶向上走，在第二个路口左转，看见灯笼就到了。",
    ],
    small: [
      "最终解释权归本店所有，详情请咨询店员",
      "客服电话 400-820-8820，工作时间 9:00-18:00",
      "地址：长宁区安化路492号3楼，近地铁2号线",
      "活动时间：2026年7月1日至2026年7月15日",
      "本品为代用茶，不能代替药物；开封后请尽快饮用",
    ],
    english: [
      "Summer Festival",
      "GRAND OPENING SALE",
      "Fresh bread every morning",
      "Free refills after six",
      "Coffee & Books",
      "Hand made with love",
    ],
    mixed: [
      "夏日清凉节 Summer Fest",
      "咖啡 Coffee 第二杯半价",
      "新品 NEW 上架 3 天",
      "VIP 会员日 8 折",
      "扫码关注 www.example.com",
    ],
    couplets: [
      ["春回大地千山秀", "日照神州百业兴", "万象更新"],
      ["一帆风顺年年好", "万事如意步步高", "吉星高照"],
      ["天增岁月人增寿", "春满乾坤福满门", "四季长安"],
    ],
    columns: ["床前明月光", "举头望明月", "白日依山尽", "黄河入海流", "云深不知处", "只在此山中"],
  },
  reported: {
    titles: [
      "中秋月圆",
      "城市马拉松",
      "秋日市集",
      "开学第一课",
      "老街的味道",
      "星空电影院",
      "竹林听雨",
      "花开富贵",
      "周年店庆",
      "草原之约",
    ],
    subtitles: [
      "满300元立减50元，仅限今天",
      "每月第一个周末，免费开放",
      "风吹过稻田，也吹过你的窗",
      "给远方的家人寄一张明信片",
      "早鸟票￥88，现场票￥128",
      "一壶老酒，敬过往的人",
    ],
    bodies: [
      "九月三日起，持学生证可享八折优惠。每人限购两件，售完为止。",
      "外婆的院子里有一口井，夏天的西瓜总是在井水里泡得冰凉。",
      "请自备雨具与手电，全程约五公里；未成年人须由家长陪同。",
      "从码头坐船二十分钟，上岸后沿海堤步行，第三座灯塔旁边就是。",
    ],
    small: [
      "图片仅供参考，请以实物为准，解释权归主办方",
      "咨询热线 0571-8765-4321，微信同号",
      "地点：西湖区文三路138号东方大厦B座6层",
      "报名截止：2026年9月30日24:00，逾期不候",
      "温馨提示：场内禁止吸烟，请照看好随身物品",
    ],
    english: [
      "Autumn Harvest",
      "BACK TO SCHOOL",
      "Open daily from nine",
      "Two tickets for one",
      "Wine & Cheese",
      "Dream big start small",
    ],
    mixed: [
      "秋日市集 Autumn Market",
      "奶茶 Milk Tea 买一送一",
      "热卖 HOT 仅剩 5 件",
      "PLUS 会员价 7 折",
      "预约请访问 book.example.cn",
    ],
    couplets: [
      ["爆竹声中辞旧岁", "梅花香里报新春", "喜迎新年"],
      ["门迎百福家兴旺", "户纳千祥人安康", "五福临门"],
      ["风调雨顺山河美", "国泰民安日月新", "盛世中华"],
    ],
    columns: ["春眠不觉晓", "处处闻啼鸟", "松下问童子", "言师采药去", "独钓寒江雪", "孤舟蓑笠翁"],
  },
};

/** Characters that look alike, as models mix them up. */
export const lookAlikes: readonly string[] = [
  "未末",
  "己已",
  "日曰",
  "土士",
  "人入",
  "大太",
  "天夭",
  "王玉",
  "目自",
  "白百",
  "晴睛",
  "茶荼",
  "春舂",
  "州洲",
  "今令",
  "折拆",
  "买卖",
  "免兔",
  "鸟乌",
  "中申",
  "千干",
  "午牛",
  "木本",
  "水永",
  "夜液",
  "会合",
  "月用",
  "万方",
  "有冇",
  "第弟",
  "请清",
  "场扬",
  "明朋",
  "风凤",
  "城域",
  "快决",
  "海诲",
  "满蒲",
  "秋耿",
  "老考",
  "候侯",
  "地他",
  "梅悔",
  "雪雷",
  "活话",
  "种和",
  "新斩",
  "家冢",
  "里理",
  "山屮",
  "路跻",
  "星里",
  "草早",
  "原愿",
  "花化",
  "市布",
  "周同",
  "店庄",
  "庆床",
];

/** Characters that stand for any other. */
export const commonCharacters =
  "的一是在不了有和这为上个国以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条";
