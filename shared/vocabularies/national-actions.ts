import type { CodeOf, Vocabulary } from "./vocabulary.ts";

/** The twelve actions of the renewed national Techniekpact (table in the plan of Oost); `broader` is the ambition. */
export const nationalActions = {
	"primary-science-technology": {
		nl: "Alle basisscholen bieden structureel wetenschap en technologie aan, met ICT daarin",
		en: "All primary schools teach science and technology, ICT included",
		broader: "young-discovery",
	},
	"secondary-profile-choice": {
		nl: "Meer leerlingen in het vo met een bètatechnisch profiel, met loopbaanoriëntatie",
		en: "More secondary pupils choose a science or technology profile",
		broader: "young-discovery",
	},
	"secondary-to-mbo": {
		nl: "Betere aansluiting van voortgezet onderwijs op mbo",
		en: "A better step from secondary school to mbo",
		broader: "young-discovery",
	},
	"partnerships-for-schools": {
		nl: "Sterkere publiek-private samenwerking voor po en vo",
		en: "Stronger public-private partnerships for primary and secondary schools",
		broader: "young-discovery",
	},
	"primary-teachers": {
		nl: "Leraren po toerusten voor wetenschap en technologie",
		en: "Equipping primary teachers for science and technology",
		broader: "inspiring-teachers",
	},
	"academic-secondary-teachers": {
		nl: "Meer universitair geschoolde docenten in het vo en professionalisering",
		en: "More university-trained secondary teachers, and their development",
		broader: "inspiring-teachers",
	},
	"vocational-teachers-with-business": {
		nl: "Onderwijs en bedrijven leiden samen docenten beroepsonderwijs op",
		en: "Education and business train vocational teachers together",
		broader: "inspiring-teachers",
	},
	"sustainable-vocational-partnerships": {
		nl: "Publiek-private samenwerking in het beroepsonderwijs verduurzamen",
		en: "Making partnerships in vocational education last",
		broader: "future-professionals",
	},
	"supply-and-placements": {
		nl: "Opleidingsaanbod afgestemd op de regio, met genoeg stage- en leerwerkplekken",
		en: "Courses that fit the region, with enough work placements",
		broader: "future-professionals",
	},
	"higher-education-fit": {
		nl: "Hbo en wo afgestemd op bedrijven en elkaar, met oog voor internationaal talent",
		en: "Higher education that fits business, with room for international talent",
		broader: "future-professionals",
	},
	"intersectoral-mobility": {
		nl: "Overstappen tussen sectoren bevorderen",
		en: "Making moves between sectors easier",
		broader: "retain-and-use-talent",
	},
	"lifelong-learning": {
		nl: "Leven lang leren en duurzame inzetbaarheid",
		en: "Lifelong learning and lasting employability",
		broader: "retain-and-use-talent",
	},
} as const satisfies Vocabulary;

export type NationalAction = CodeOf<typeof nationalActions>;
