/**
 * What carriers' event lines say in Italian, Portuguese, Dutch, Polish, Turkish, Russian, Ukrainian, Japanese and Korean; a group for each
 * kind of claim, which `event-phrases.ts` puts in its place. `\b` knows Latin letters alone, so stems stand open.
 */
import type { Phrase } from './phrase.ts';

const UNSURE =
  /forse|possibil|probabil|talvez|possível|mogelijk|misschien|możliw|może|belki|olabilir|возможно|можливо|可能性|恐れ|かもしれ|가능성|의심/i;
const NOT_YET =
  /in attesa|\bnon\b|aguard|\bnão\b|\bniet\b|wacht|oczek|\bnie\b|bekl|henüz|ожид|(?<!\p{L})не(?!\p{L})|очіку|待ち|未(?:完|許)|대기|예정/iu;
const PAID =
  /già pagat|pagat[oi] dal|foi pag|pagament[oa] (?:confirmad|ricevut)|pago\b|is betaald|betaling ontvangen|opłacon|zapłacon|ödendi|(?<!не )(?:оплачен|уплачен)|(?<!не )сплачен|支払(?:い)?済|納付済|납부 ?완료|결제 ?완료/i;

export const MORE = {
  returned: {
    says: /(?:restituit|riconsegnat|consegnat)[oa] al mittente|(?:devolvido|entregue) ao remetente|(?:geretourneerd|teruggestuurd|teruggebracht|afgeleverd|bezorgd) (?:aan|naar|bij) (?:de )?afzender|(?:zwrócon|doręczon|dostarczon)\S* (?:do )?nadawc|göndericiye (?:iade|teslim) edildi|iade (?:teslim )?edildi|(?:вручен|возвращ[её]н|доставлен)\S* отправителю|возврат\S* вручен|(?:повернен|вручен|доставлен)\S* відправнику|返送(?:済|完了)|差出人(?:に|へ)(?:返還|返送)(?:しました|済)|반송 ?완료|발송인에게 (?:반송|배달)(?:되었|완료)/i,
    unless: /sarà|será|\bwordt\b|zostanie|edilecek|будет|буде |予定|예정/i,
    reading: { state: 'returned' },
  },
  returning: {
    says: /(?:reso|ritorno|restituzione|restituito) al mittente|devolução ao remetente|em devolução|será devolvido|devolvido ao remetente|retour (?:naar|aan) (?:de )?afzender|wordt (?:geretourneerd|teruggestuurd)|(?:zwrot|zwracan\S*|zwrócon\S*) (?:przesyłki )?do nadawcy|w drodze do nadawcy|iade (?:süreci|ediliyor|edilecek|yolunda|işlem)|göndericiye iade|возвра(?:т|щается)|будет возвращ|поверта(?:ється|ють)|повернення|буде повернен|返送|差出人へ返|반송/i,
    reading: { state: 'returning' },
  },
  refused: {
    says: /rifiutat[oa] (?:dal|da|all)|destinatario (?:ha )?rifiut|recusad[oa]|geweigerd|odmow|odmówi|kabul (?:etmedi|edilmedi)|reddedildi|reddetti|отказ\S* (?:от получения|адресат|получател)|(?:адресат|получатель) отказ|відмов\S* (?:від отримання|одержувач|отримувач)|(?:одержувач|отримувач) відмов|受取(?:拒否|辞退)|受け取り(?:拒否|辞退)|수취 ?(?:거절|거부)/i,
    reading: { state: 'exception', reason: 'refused' },
  },
  address: {
    says: /indirizzo (?:errato|incompleto|insufficiente|sconosciuto|inesistente|sbagliato)|destinatario sconosciuto|endereço (?:incorret|insuficient|incomplet|errad|inexistent)|destinatário desconhecido|(?:adres|huisnummer) (?:is )?(?:onjuist|onvolledig|onbekend)|(?:onjuist|onvolledig|verkeerd) adres|(?:błędny|niepełny|nieprawidłowy|niekompletny) adres|adres (?:błędny|niepełny|nieprawidłowy)|(?:yetersiz|hatalı|yanlış|eksik) adres|adres (?:yetersiz|hatalı|yanlış|bulunamadı)|(?:неверн|неполн|неправильн|некорректн)\S* адрес|адрес (?:указан )?(?:неверн|неполн)|(?:невірн|неповн|неправильн)\S* адрес|住所(?:不明|不備|相違|に誤り)|宛(?:先|所)(?:不明|に尋ね)|주소 ?(?:불명|오류|불완전|불분명)|수취인 ?불명/i,
    reading: { state: 'exception', reason: 'address' },
  },
  lost: {
    says: /(?:pacco|spedizione|collo) (?:è )?(?:stat[oa] )?(?:smarrit|pers)[oa]|dichiarat[oa] smarrit|(?:objeto|encomenda|pacote) (?:foi )?(?:extraviad|perdid|roubad)[oa]|(?:pakket|zending) (?:is )?(?:verloren|zoekgeraakt|vermist|kwijt)|(?:paczka|przesyłka) (?:zaginęła|zagubiona|została zagubiona|utracona)|(?:kargo|gönderi|paket) (?:kayboldu|kayıp)|(?:посылка|отправление|груз) (?:был\S* )?(?:утерян|утрачен|потерян)|(?:посилк\S|відправлення|вантаж) (?:втрачен|загублен)|紛失(?:しました|が確定|と判明|が確認)|분실(?:되었|됨|처리|확정)/i,
    unless: UNSURE,
    reading: { state: 'lost' },
  },
  damaged: {
    says: /danneggiat|danificad|avariad|beschadigd|uszkodzon|hasarlı|hasar gör|поврежд|пошкодж|破損|損傷|파손/i,
    unless:
      /non danneggi|sem (?:danos|avarias)|onbeschadigd|niet beschadigd|nieuszkodzon|nie uszkodzon|не поврежд|без повреж|не пошкодж|без пошкодж|破損なし|파손 ?없/i,
    reading: { state: 'exception', reason: 'damaged' },
  },
  released: {
    says: /sdoganat|sdoganamento (?:completato|terminato|effettuato|concluso)|rilasciat[oa] dalla dogana|svincolat|liberad[oa] (?:pela|na|da) (?:alfândega|aduana|fiscalização)|desalfandegad|desembaraço (?:aduaneiro )?(?:concluíd|finalizad)|fiscalização (?:aduaneira )?(?:concluíd|finalizad)|ingeklaard|vrijgegeven door (?:de )?douane|inklaring (?:voltooid|afgerond)|zwolnion\S* (?:przez|z) (?:urz\S+ celn|cła|odprawy)|odprawa celna (?:zakończon|dokonan)|gümrük(?:ten|leme|) ?(?:işlem\S* )?(?:geçti|çekildi|tamamlandı|bitti)|выпущен\S* таможней|таможенное оформление (?:завершен|пройден)|покинул\S* таможню|митне оформлення (?:завершен|пройден)|випущен\S* митницею|通関(?:手続き?)?(?:が)?(?:完了|許可)|輸入許可|통관 ?(?:완료|수리)|수입신고 ?수리/i,
    unless: NOT_YET,
    reading: { state: 'in_transit', why: 'released' },
  },
  duties: {
    says: /(?:\bdazi|oneri|\biva\b|tasse)[^.]{0,40}(?:da pagare|dovut|in attesa|non pagat)|(?:pagamento|pagare)[^.]{0,30}(?:dazi|oneri doganali|\biva\b|tasse)|(?:impost|tribut|taxas?|direitos)[^.]{0,40}(?:a pagar|pendente|devid|aguardando)|aguardando (?:o )?pagamento|(?:invoerrechten|btw|douanekosten|inklaringskosten)[^.]{0,40}(?:te betalen|openstaand|verschuldigd|betaald worden)|wacht op betaling|(?:cło|cła|podat\S+|opłat\S+ celn\S+)[^.]{0,40}(?:do zapłaty|oczekuje|wymagan|należn)|oczek\S+ na (?:zapłat|opłac|uiszcz)|gümrük (?:vergi|ücret)\S*[^.]{0,30}(?:öden|bekl|gerek)|(?:пошлин|таможенн\S+ (?:платеж|платёж|сбор))[^.]{0,40}(?:оплат|уплат|не оплачен|ожида)|(?:ожида\S+|требу\S+) (?:оплат|уплат)|(?:мит\S+ (?:плат|зб)|мито|мита|пдв)[^.]{0,40}(?:сплат|очіку)|(?:очіку\S+|потрібн\S+) (?:с|о)плат|(?:関税|消費税|税金)[^。]{0,15}(?:支払|未納|納付)|(?:관세|부가세|세금)[^.]{0,15}(?:납부|미납|결제)/i,
    unless: PAID,
    reading: { state: 'customs_held', reason: 'duties' },
  },
  documents: {
    says: /(?:document|fattur)\S*[^.]{0,30}(?:mancant|richiest|necessari)|in attesa (?:di|dei) document|(?:document|fatura)\S*[^.]{0,30}(?:pendente|solicitad|necessári|faltante|incomplet)|aguardando (?:apresentação|envio|document)|(?:document|factuur|gegevens)\S*[^.]{0,30}(?:ontbre|nodig|vereist|opgevraagd)|wacht op document|(?:dokument|faktur)\S*[^.]{0,30}(?:wymagan|potrzebn|brakuj)|(?:brak|oczek\S+ na) (?:dokument|faktur)|(?:belge|evrak|fatura)\S*[^.]{0,20}(?:eksik|gerek|bekl|isten)|(?:документ|инвойс)\S*[^.]{0,30}(?:требу|необходим|отсутств|запрош)|(?:требу|отсутств|необходим|ожида)\S* (?:дополнительн\S+ )?(?:документ|инвойс)|(?:документ|інвойс)\S*[^.]{0,30}(?:потрібн|необхідн|відсутн)|(?:потрібн|необхідн|відсутн|очіку)\S* (?:додатков\S+ )?(?:документ|інвойс)|(?:書類|インボイス)[^。]{0,8}(?:不足|必要|提出|不備|待ち)|(?:서류|송장|통관번호)[^.]{0,8}(?:부족|필요|요청|제출|누락)/i,
    unless: /ricevut|recebid|ontvangen|otrzyman|teslim alındı|получен|отриман|受領|접수 ?완료/i,
    reading: { state: 'customs_held', reason: 'documents' },
  },
  inspection: {
    says: /(?:ispezione|controllo|verifica) (?:doganal|della dogana|in dogana)|fiscalização aduaneira|inspeção (?:aduaneira|alfandegária)|douane(?:controle|inspectie|-inspectie)|controle door (?:de )?douane|(?:kontrola|rewizja) celna|gümrük (?:kontrol|muayene|denetim)|таможенн\S+ (?:досмотр|контрол|проверк)|митн\S+ (?:огляд|контрол|перевірк)|税関検査|세관 ?검사/i,
    unless: /completat|superat|concluíd|finalizad|afgerond|voltooid|zakończon|tamamlandı|заверш|пройден|完了|완료/i,
    reading: { state: 'customs_held', reason: 'inspection' },
  },
  held: {
    says: /(?:trattenut|bloccat|ferm)[oa] (?:in|alla|dalla) dogana|retid[oa] (?:na|pela|em) (?:alfândega|aduana|receita|fiscalização)|vastgehouden (?:door|bij) (?:de )?douane|(?:bij|door) (?:de )?douane (?:vast|aangehouden|tegengehouden)|zatrzyman\S* (?:przez|w) (?:urz\S+ celn|cl|odpraw)|gümrük(?:te|çe| tarafından)\S* (?:bekletil|tutul|alıkon)|задерж\S* (?:на )?таможн|затрим\S* (?:на )?митн|税関(?:で|に)?(?:保留|留置|差止)|세관 ?(?:보류|억류|계류)|통관 ?보류/i,
    reading: { state: 'customs_held', reason: 'unknown' },
  },
  pickup: {
    says: /in giacenza|(?:disponibile|pront[oa]) (?:per|al) (?:il )?ritiro|consegnat[oa] (?:al|presso il|in un|a un) (?:punto|locker|armadietto|pudo)|(?:disponível|aguardando) (?:para )?(?:a )?(?:retirada|levantamento)|entregue (?:no|num|em) ponto|(?:klaar|beschikbaar)[^.]{0,20}(?:om (?:te worden )?opgehaald|voor afhal|af te halen)|ligt klaar|(?:bezorgd|afgeleverd) (?:bij|op|in) (?:een |het |de )?(?:afhaalpunt|postnl-punt|pakketpunt|servicepunt|pakketautomaat)|gotow\S+ do odbioru|oczekuje (?:na odbiór|w punkcie)|(?:umieszczon|dostarczon|doręczon)\S* (?:w|do) (?:paczkoma|punk|automa)\S*|awizo|(?:şubede|teslim noktasında|teslimat noktasında)[^.]{0,20}(?:bekl|hazır)|teslim almaya hazır|ожидает (?:вручения|получ)|готов\S* к (?:выдаче|получению)|(?:прибыл|доставлен)\S* в (?:место вручения|пункт выдачи|постамат)|очікує (?:отриман|видач)|готов\S+ до (?:отриман|видач)|(?:прибу[влт]|доставлен)\S* (?:у|до|в) (?:відділення|поштомат)|局留|(?:窓口|営業所|コンビニ|宅配ロッカー)[^。]{0,6}(?:保管|受取待|受け取り待|到着)|保管中|受取待ち|(?:수령|픽업) ?(?:대기|가능)|무인택배함|(?:편의점|우체국)[^.]{0,4}보관/i,
    reading: { state: 'available_for_pickup' },
  },
  handover: {
    says: /consegnat[oa] (?:al|a un) (?:corriere|vettore|centro|partner|hub)|entregue (?:ao|à|aos) (?:transportador|parceiro|correios|centro)|(?:overgedragen|afgeleverd|overhandigd) (?:aan|bij) (?:de |een )?(?:vervoerder|koerier|sorteercentrum|postbedrijf)|(?:dostarczon|przekazan|doręczon)\S* (?:do|przewoźnik)\S* ?(?:sortown|oddział|centrum|przewoźnik|magazyn|partner)\S*|(?:şubeye|transfer merkezine|taşıyıcıya|aktarma merkezine) teslim edildi|(?:доставлен|вручен|передан)\S* (?:в|на|перевозчик)\S* ?(?:сортиров|город|склад|терминал|служб|партн[её]р|авиа)\S*|передан\S* перевозчику|(?:доставлен|передан)\S* (?:в|на|до|перевізник)\S* ?(?:сортув|місто|склад|термінал|авіа)\S*|передан\S* перевізнику|(?:引受|引渡|引き渡し)(?:し|済|完了)|(?:운송사|배송사|항공사)[^.]{0,4}(?:인계|전달)/i,
    reading: { state: 'in_transit', why: 'handover' },
  },
  failed: {
    says: /tentat\S+ di consegna|consegna (?:non (?:riuscita|effettuata|possibile)|fallita)|non (?:è stato possibile|consegnat)|destinatario (?:assente|irreperibile)|mancata consegna|não (?:foi )?(?:possível )?entreg|tentativa de entrega|entrega não|destinatário ausente|carteiro não atendido|niet (?:bezorgd|thuis|afgeleverd|aangetroffen)|bezorgpoging|niemand thuis|bezorging (?:is )?(?:mislukt|niet gelukt)|nieudan\S* (?:próba )?dor|próba doręczenia|(?<!\p{L})nie(?: został\S)? ?(?:doręczon|dostarczon)|adresat\S* nieobecn|nieobecnoś|nie zastan|teslim edilemedi|alıcı (?:adreste )?(?:yok|bulunamadı)|teslimat (?:başarısız|yapılamadı|denemesi)|неудачная попытка|не (?:был\S? )?(?:вручен|доставлен)|(?:адресат|получатель) отсутств|попытка (?:вручения|доставки)|не удалось (?:вручить|доставить)|невдала спроба|не (?:бул\S )?(?:вручен|доставлен)|(?:одержувач|отримувач) відсутн|спроба (?:вручення|доставки)|не вдалося (?:вручити|доставити)|不在|持ち?戻|配達(?:できません|不能|不可)|お届けできません|(?:배달|배송) ?(?:실패|불가|못)|미배달|부재/iu,
    reading: { state: 'attempt_failed' },
  },
  out: {
    says: /in (?:fase di )?consegna(?! al)|in distribuzione|uscit[oa] per la consegna|saiu para (?:a )?entrega|em rota de entrega|onderweg naar (?:de |het )?(?:bezorg|klant|ontvanger)|bezorger (?:is )?onderweg|met de bezorger|in bezorging|w doręczeniu|wydan\S* do doręczenia|przekazan\S* do doręczenia|dağıtıma çık|dağıtımda|teslimata çık|kurye dağıtım|передан\S* курьеру|у курьера|вышел на доставку|на доставке|курьер (?:вез|забрал)|передан\S* кур.?єру|у кур.?єра|кур.?єр (?:вез|забрав)|持ち?出し中|配達中|お届け中|배달 ?(?:출발|중)|배송 ?출발|배달준비/i,
    reading: { state: 'out_for_delivery' },
  },
  delivered: {
    says: /consegnat[oa]|\bentregue\b|\bbezorgd\b|\bafgeleverd\b|doręczon|dostarczon|odebran\S* przez (?:adresat|odbiorc)|teslim (?:edildi|alındı)|вручен|доставлен|получено адресатом|отриман\S* (?:адресат|одержувач|отримувач)|配達(?:完了|済)|お届け(?:済|完了|しました)|投函(?:完了|しました)|(?:배달|배송) ?완료|수령 ?완료/i,
    unless: /sarà|verrà|será|\bwordt\b|\bzal\b|zostanie|będzie|edilecek|будет|буде(?!\p{L})|予定|예정/iu,
    reading: { state: 'delivered' },
  },
  label: {
    says: /etichetta (?:creata|stampata)|informazioni (?:di spedizione |elettroniche )?(?:ricevute|inviate)|etiqueta (?:criada|emitida|gerada)|informaç\S+ (?:eletrônic|recebid)\S* (?:pelo|para)|(?:voor)?aangemeld|label (?:is )?(?:aangemaakt|gemaakt)|(?:utworzon|zarejestrowan)\S* (?:przesyłk|etykiet)|(?:przesyłka|etykieta) (?:utworzon|zarejestrowan|przygotowan)|etiket oluşturuldu|gönderi (?:kaydı )?oluşturuldu|присвоен трек|электронное уведомление|(?:заказ|отправление) (?:создан|зарегистрирован)|(?:замовлення|відправлення|накладн\S) (?:створен|зареєстрован)|ラベル(?:が)?作成|発送準備|出荷準備|運送状 ?登録|운송장 ?(?:등록|출력)|접수 ?(?:대기|예정)|상품 ?준비/i,
    reading: { state: 'info_received' },
  },
} as const satisfies Record<string, Phrase>;
