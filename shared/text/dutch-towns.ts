/**
 * Names of Dutch municipalities (CBS, 2025) and of larger towns in them, to recognise a place in running text. A name
 * here says only that it is a place; which municipality we know it as is for `vocabularies/municipalities`.
 */
const names =
	"'s-Hertogenbosch|Aa en Hunze|Aalsmeer|Aalten|Achtkarspelen|Alblasserdam|Albrandswaard|Alkmaar|Almelo|Almere|Alphen aan den Rijn|Alphen-Chaam|Altena|Ameland|Amersfoort|Amstelveen|Amsterdam|Apeldoorn|Arnhem|Assen|Asten|Baarle-Nassau|Baarn|Barendrecht|Barneveld|Beek|Beekdaelen|Beesel|Berg en Dal|Bergeijk|Bergen|Bergen op Zoom|Berkelland|Bernheze|Best|Beuningen|Beverwijk|Bladel|Blaricum|Bloemendaal|Bodegraven-Reeuwijk|Boekel|Borger-Odoorn|Borne|Borsele|Boxtel|Breda|Bronckhorst|Brummen|Brunssum|Bunnik|Bunschoten|Buren|Capelle aan den IJssel|Castricum|Coevorden|Cranendonck|Culemborg|Dalfsen|Dantumadiel|De Bilt|De Fryske Marren|De Ronde Venen|De Wolden|Delft|Den Bosch|Den Haag|Den Helder|Deurne|Deventer|Diemen|Dijk en Waard|Dinkelland|Doesburg|Doetinchem|Dongen|Dordrecht|Drechterland|Drimmelen|Dronten|Druten|Duiven|Echt-Susteren|Edam-Volendam|Ede|Eemnes|Eemsdelta|Eersel|Eijsden-Margraten|Eindhoven|Elburg|Emmen|Enkhuizen|Enschede|Epe|Ermelo|Etten-Leur|Geertruidenberg|Geldrop-Mierlo|Gemert-Bakel|Gennep|Gilze en Rijen|Goeree-Overflakkee|Goes|Goirle|Gooise Meren|Gorinchem|Gouda|Groningen|Gulpen-Wittem|Haaksbergen|Haarlem|Haarlemmermeer|Halderberge|Hardenberg|Harderwijk|Hardinxveld-Giessendam|Harlingen|Hattem|Heemskerk|Heemstede|Heerde|Heerenveen|Heerlen|Heeze-Leende|Heiloo|Hellendoorn|Helmond|Hendrik-Ido-Ambacht|Hengelo|Het Hogeland|Heumen|Heusden|Hillegom|Hilvarenbeek|Hilversum|Hoeksche Waard|Hof van Twente|Hollands Kroon|Hoogeveen|Hoorn|Horst aan de Maas|Houten|Huizen|Hulst|IJsselstein|Kaag en Braassem|Kampen|Kapelle|Katwijk|Kerkrade|Koggenland|Krimpen aan den IJssel|Krimpenerwaard|Laarbeek|Land van Cuijk|Landgraaf|Landsmeer|Lansingerland|Laren|Leeuwarden|Leiden|Leiderdorp|Leidschendam-Voorburg|Lelystad|Leudal|Leusden|Lingewaard|Lisse|Lochem|Loon op Zand|Lopik|Losser|Maasdriel|Maasgouw|Maashorst|Maassluis|Maastricht|Medemblik|Meerssen|Meierijstad|Meppel|Middelburg|Midden-Delfland|Midden-Drenthe|Midden-Groningen|Moerdijk|Molenlanden|Montferland|Montfoort|Mook en Middelaar|Neder-Betuwe|Nederweert|Nieuwegein|Nieuwkoop|Nijkerk|Nijmegen|Nissewaard|Noardeast-Fryslân|Noord-Beveland|Noordenveld|Noordoostpolder|Noordwijk|Nuenen|Nunspeet|Oegstgeest|Oirschot|Oisterwijk|Oldambt|Oldebroek|Oldenzaal|Olst-Wijhe|Ommen|Oost Gelre|Oosterhout|Ooststellingwerf|Oostzaan|Opmeer|Opsterland|Oss|Oude IJsselstreek|Ouder-Amstel|Oudewater|Overbetuwe|Papendrecht|Peel en Maas|Pekela|Pijnacker-Nootdorp|Purmerend|Putten|Raalte|Reimerswaal|Renkum|Renswoude|Reusel-De Mierden|Rheden|Rhenen|Ridderkerk|Rijssen-Holten|Rijswijk|Roerdalen|Roermond|Roosendaal|Rotterdam|Rozendaal|Rucphen|Schagen|Scherpenzeel|Schiedam|Schiermonnikoog|Schouwen-Duiveland|Simpelveld|Sint-Michielsgestel|Sittard-Geleen|Sliedrecht|Sluis|Smallingerland|Soest|Someren|Son en Breugel|Stadskanaal|Staphorst|Stede Broec|Steenbergen|Steenwijkerland|Stein|Stichtse Vecht|Súdwest-Fryslân|Terneuzen|Terschelling|Texel|Teylingen|Tholen|Tiel|Tilburg|Tubbergen|Twenterand|Tynaarlo|Tytsjerksteradiel|Uitgeest|Uithoorn|Urk|Utrecht|Utrechtse Heuvelrug|Vaals|Valkenburg aan de Geul|Valkenswaard|Veendam|Veenendaal|Veere|Veldhoven|Velsen|Venlo|Venray|Vijfheerenlanden|Vlaardingen|Vlieland|Vlissingen|Voerendaal|Voorne aan Zee|Voorschoten|Voorst|Vught|Waadhoeke|Waalre|Waalwijk|Waddinxveen|Wageningen|Wassenaar|Waterland|Weert|West Betuwe|West Maas en Waal|Westerkwartier|Westerveld|Westervoort|Westerwolde|Westland|Weststellingwerf|Wierden|Wijchen|Wijdemeren|Wijk bij Duurstede|Winterswijk|Woensdrecht|Woerden|Wormerland|Woudenberg|Zaanstad|Zaltbommel|Zandvoort|Zeewolde|Zeist|Zevenaar|Zoetermeer|Zoeterwoude|Zuidplas|Zundert|Zutphen|Zwartewaterland|Zwijndrecht|Zwolle" +
	"|Appingedam|Bergschenhoek|Bodegraven|Borculo|Boskoop|Boxmeer|Bussum|Cuijk|Dedemsvaart|Delfzijl|Didam|Dokkum|Drachten|Driebergen|Drunen|Eibergen|Elst|Emmeloord|Franeker|Geldermalsen|Geldrop|Geleen|Gemert|Gilze|Groenlo|Harmelen|Haren|Heerde|Heerhugowaard|Hellevoetsluis|Holten|Hoofddorp|Hoogezand|Huissen|IJmuiden|Joure|Kaatsheul|Kerkdriel|Klundert|Leek|Leerdam|Lemmer|Lichtenvoorde|Lunteren|Maarssen|Middelharnis|Mijdrecht|Musselkanaal|Naaldwijk|Naarden|Nijverdal|Nootdorp|Numansdorp|Oosterwolde|Oud-Beijerland|Panningen|Pijnacker|Reusel|Rijen|Rijssen|Roden|Sassenheim|Schijndel|Schiphol|Sittard|Sneek|Spijkenisse|Steenwijk|Swifterbant|Terborg|Udenhout|Uden|Ulft|Vaassen|Valkenburg|Varsseveld|Veghel|Velp|Vlijmen|Volendam|Voorburg|Vriezenveen|Vroomshoop|Weesp|Wezep|Wijchen|Winschoten|Wolvega|Zaandam|Zelhem|Zierikzee|Zuidlaren|Zuidhorn|Zwanenburg|Berkel-Enschot|Biddinghuizen|Marknesse|Nagele|Ens";

/** Names that are words, persons or provinces as well: these count only after "in", "te" or a postal code. */
const ambiguous = new Set(
	"Altena|Beek|Bergen|Best|Boekel|Buren|Deurne|Echt|Elst|Emmen|Ens|Epe|Gilze|Goes|Groningen|Haren|Holten|Hoorn|Houten|Huizen|Hulst|Kampen|Laren|Leek|Putten|Rijen|Roden|Sluis|Soest|Stein|Utrecht|Valkenburg|Veere|Velp|Voorst|Waterland|Weert|Westland".split(
		"|",
	),
);

const pattern = `(?<![\\p{L}\\d-])(?=['\\p{Lu}])(${names
	.split("|")
	.toSorted((a, b) => b.length - a.length)
	.join("|")})(?![\\p{L}]|-\\p{L})`;
const anywhere = new RegExp(pattern, "gu");
const shouted = new RegExp(pattern, "giu");

export interface WrittenTown {
	readonly name: string;
	readonly index: number;
	/** 1 after "in", "te" or "gemeente", 0.6 elsewhere. */
	readonly weight: number;
}

const placing =
	/(?:^|[\s(])(?:in|te|bij|nabij|rond(?:om)?|uit|naar|gemeente|stad|dorp|station|locatie|vestiging|regio|at)\s+(?:(?:hartje|centrum|het\s+centrum\s+van|regio|station|de\s+gemeente)\s+)?$/i;

/** Every town that `text` names with a capital, in its order. */
export function findTowns(text: string): WrittenTown[] {
	return [...text.matchAll(anywhere)].flatMap(({ 0: name, index }) => {
		const isPlaced = placing.test(text.slice(Math.max(0, index - 40), index));
		return isPlaced || !ambiguous.has(name) ? [{ name, index, weight: isPlaced ? 1 : 0.6 }] : [];
	});
}

/** The town that `text` is, whatever its case ("ENSCHEDE" gives "Enschede"); `undefined` for any other text. */
export function townIn(text: string): string | undefined {
	const trimmed = text.trim();
	const [match] = [...trimmed.matchAll(shouted)];
	if (!match || match[0].length !== trimmed.length) return undefined;
	return names.split("|").find((name) => name.toLowerCase() === trimmed.toLowerCase());
}
