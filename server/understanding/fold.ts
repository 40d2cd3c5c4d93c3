/** One spelling for what people write in many: the form in which texts and phrases meet. */
import { asciiDigits } from '../parcels/normalise.ts';

export function fold(text: string): string {
  const lower = PLAIN.test(text) ? text.toLowerCase().replace(/['`]/g, '') : foldWide(text);
  return lower.replace(/\s+/g, ' ').trim();
}

/** Most of what is folded, and quick to do. */
const PLAIN = /^[\x20-\x7e]*$/;
const HAN = /\p{Script=Han}/u;

function foldWide(text: string): string {
  const folded = asciiDigits(text.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(LETTERS, (letter) => SPELLED[letter] ?? letter);
  return HAN.test(folded) ? folded.replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) ?? character) : folded;
}

/** Accents, vowel signs, apostrophes, and what stretches an Arabic word; the marks that voice a kana are letters of their own. */
const MARKS = /(?![\u3099\u309a])\p{Mn}|[\u0640'’`´ʼ]/gu;

/** Letters that no decomposition brings to their plain form, and Arabic letters that people write for one another. */
const SPELLED: Readonly<Record<string, string>> = {
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ґ: 'г',
  '\u0671': '\u0627',
  '\u0649': '\u064a',
  '\u0629': '\u0647',
};
const LETTERS = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'gu');

/** Traditional characters of this subject and of everyday talk, each followed by its simplified form. */
const PAIRS =
  '沒没這这單单號号運运貨货訂订買买賣卖關关稅税遺遗丟丢損损壞坏錯错發发補补遞递簽签給给個个裡里裏里還还嗎吗麼么說说説说時时間间幾几週周點点電电話话聯联繫系係系員员請请問问謝谢開开' +
  '後后動动態态顯显們们來来見见費费錢钱東东兩两條条隻只塊块種种樣样應应該该從从進进過过邊边查查詢询碼码寫写錄录誰谁鄰邻樓楼門门處处當当實实對对會会現现讓让認认證证據据據据單单賠赔償偿' +
  '換换總总結结網网頁页購购賬账帳账戶户訊讯無无為为與与從从長长變变轉转達达遲迟慢慢嚴严緊紧聽听聲声寶宝貝贝禮礼場场連连續续線线紙纸級级組组維维絡络絲丝質质貴贵資资貼贴質质選选郵邮配配' +
  '鐘钟陳陈雙双雜杂離离難难靠靠頭头題题類类飛飞飯饭驗验體体麵面黃黄齊齐龍龙亂乱傳传傷伤價价儘尽優优內内兒儿減减劃划劑剂勞劳區区協协卻却廠厂參参另另噴喷團团園园圖图圓圆國国報报墊垫塵尘' +
  '壓压夠够夾夹學学寄寄寬宽專专將将尋寻導导屬属島岛幣币幫帮廣广彎弯徑径復复愛爱慘惨慮虑憑凭懷怀戰战戲戏扣扣執执拋抛撥拨擔担據据擠挤擊击擇择攝摄敗败數数斷断於于晚晚暈晕暫暂條条東东極极構构' +
  '標标樂乐機机檔档檢检欄栏權权歡欢歲岁歷历歸归殘残氣气決决況况淚泪測测滿满漲涨漏漏潔洁灑洒灣湾爛烂燈灯營营爭争狀状獨独產产畫画異异當当療疗盤盘眾众碎碎確确禁禁禍祸積积稱称穩稳窮穷筆笔' +
  '箱箱節节簡简籤签紅红約约納纳純纯細细終终紹绍統统綠绿綫线緩缓編编練练縫缝縮缩織织繼继纔才罰罚義义習习職职聰聪肅肃腦脑臉脸舉举舊旧華华萬万葉叶藍蓝藥药蘇苏號号蟲虫術术衝冲袋袋裝装裂裂複复' +
  '觀观規规視视覺觉觸触計计記记設设許许訴诉評评詐诈詳详試试該该誠诚誤误請请調调談谈論论諒谅謊谎講讲證证識识譯译議议護护讀读貓猫負负財财責责貨货販贩貪贪貸贷賊贼賞赏賺赚購购贈赠贊赞趕赶' +
  '跡迹車车軟软較较載载輕轻輸输辦办辭辞農农遠远適适遷迁遺遗醫医釋释針针鉤钩銀银銷销鋪铺鎖锁鏡镜鐵铁閃闪閉闭閱阅闆板陰阴陽阳際际隨随險险隱隐雖虽雲云靜静響响頂顶項项順顺須须預预頻频顆颗額额' +
  '願愿顧顾風风餓饿餘余館馆馬马騙骗驚惊髒脏鬆松鬧闹魚鱼鳥鸟麗丽黨党';
const SIMPLIFIED = new Map(Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS.charAt(i * 2), PAIRS.charAt(i * 2 + 1)]));
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'gu');

/** Words; characters and syllables one by one where people put no spaces between words, or put them as they like. */
export function tokens(folded: string): string[] {
  if (PLAIN.test(folded)) return folded.match(/[a-z]+|\d+/g) ?? [];
  return (folded.match(TOKEN) ?? []).map(withoutArticle);
}

const SINGLE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}';
const TOKEN = new RegExp(`[${SINGLE}]|(?:(?![${SINGLE}])\\p{L})+|\\p{N}+`, 'gu');
const IS_SINGLE = new RegExp(`^[${SINGLE}]`, 'u');

/** Whether a token is a character or a syllable of a script that is read one by one. */
export function isSingle(token: string): boolean {
  return token.charCodeAt(0) > 0x10ff && IS_SINGLE.test(token);
}

// "the parcel" is one word in Arabic; the phrase and the text lose the article alike.
function withoutArticle(word: string): string {
  return /^[\u0648\u0641]?(?:\u0627\u0644|\u0628\u0627\u0644|\u0644\u0644).{3,}$/u.test(word)
    ? word.replace(/^[\u0648\u0641]?(?:\u0628\u0627\u0644|\u0627\u0644|\u0644\u0644)/u, '')
    : word;
}
