import { dateCivile as j } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import type { RendezVous } from '../../domain/rendez-vous/rendez-vous';
import { dossierExemple, personnesExemple } from '../exemples';
import { brut, type Texte } from '../texte';
import { type DonneesDocument, modelesDocument, rendreDocument, type SorteDocument, sortesDocument } from '.';
import type { Bloc } from './bloc';
import { contexteDocument } from './contexte';
import { exempleDocument, situationExemple } from './exemples';

const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const pages = (pdf: Uint8Array): number => (latin1(pdf).match(/\/Type \/Page\b(?!s)/g) ?? []).length;

/** Every text of a document, in order, as a reader finds it. */
function lire(d: DonneesDocument): string {
  const c = contexteDocument(d);
  const document = modelesDocument[d.sorte].ecrire(c);
  const mots: string[] = [document.titre, document.sousTitre];
  const estTexte = (v: unknown): v is Texte =>
    Array.isArray(v) &&
    v.length > 0 &&
    v.every((s) => typeof (s as { texte?: unknown })?.texte === 'string' && !('ton' in s));
  const visiter = (v: unknown): void => {
    if (estTexte(v)) mots.push(brut(v));
    else if (Array.isArray(v)) v.forEach(visiter);
    else if (typeof v === 'object' && v !== null)
      for (const [cle, dedans] of Object.entries(v)) {
        if (typeof dedans !== 'string') visiter(dedans);
        else if (cle !== 'genre' && cle !== 'ton') mots.push(dedans);
      }
  };
  visiter(document.blocs);
  return mots.join('\n').replace(/[\u00a0\u202f]/g, ' ');
}

const blocs = (d: DonneesDocument): Bloc[] => modelesDocument[d.sorte].ecrire(contexteDocument(d)).blocs;

const rendezVous = (rang: number, varie: Partial<RendezVous> = {}): RendezVous => ({
  id: `r${rang}`,
  numero: '2026-000123-07',
  sorte: 'SUIVI',
  mode: 'PRESENTIEL',
  debut: `2025-${String(4 + (rang % 8)).padStart(2, '0')}-${String(1 + (rang % 27)).padStart(2, '0')}T08:00:00.000Z`,
  dureeMinutes: 45,
  lieu: null,
  lien: null,
  intitule: `Objet ${rang}`,
  statut: 'TENU',
  sequence: 0,
  compteRendu: { notes: `Ce qui s’est dit ${rang}. `.repeat(6) },
  ...varie,
});

describe.each(sortesDocument)('%s', (sorte) => {
  const d = exempleDocument(sorte);
  const rendu = rendreDocument(d);

  it('est un PDF accessible, en français, de la bonne longueur', () => {
    const pdf = latin1(rendu.pdf);
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toMatch(/\/Lang ?\(fr\)/);
    expect(pdf).toMatch(/<pdfuaid:part>1</);
    const attendu: Record<SorteDocument, number> = { CARNET: 19, PSP: 1, POINT_ETAPE: 1, BILAN: 2, MES_DATES: 1 };
    expect(pages(rendu.pdf)).toBe(attendu[sorte]);
  });

  it('donne les mêmes octets pour les mêmes données', () => {
    expect(Buffer.compare(Buffer.from(rendreDocument(structuredClone(d)).pdf), Buffer.from(rendu.pdf))).toBe(0);
  });

  it('dit ce qu’il doit dire', () => {
    expect(lire(d)).toMatchSnapshot();
  });

  it('porte son gabarit et un nom de fichier', () => {
    expect(rendu.gabarit).toBe(`${sorte}@${modelesDocument[sorte].version}`);
    expect(rendu.nomPdf).toMatch(/^jalon-2026-000123-07-[a-z-]+\.pdf$/);
  });

  it.each(['2025-03-05', '2025-03-20', '2026-04-06'])('s’écrit aussi vu du %s', (jour) => {
    const vu = exempleDocument(sorte, {
      jour: j(jour),
      situation: situationExemple(jour),
      rendezVous: [],
      actions: [],
    });
    expect(lire(vu)).not.toMatch(/undefined|null|NaN|\[object/);
    expect(pages(rendreDocument(vu).pdf)).toBeGreaterThanOrEqual(1);
  });

  it('la CRP a ses mots', () => {
    const dossier = { ...dossierExemple, reglement: 'crp-2009' };
    const situation = situationExemple('2025-09-12', undefined, dossier);
    const crp = exempleDocument(sorte, { dossier, situation, rendezVous: [] });
    const personnes = { ...personnesExemple, agence: { ...personnesExemple.agence, nom: 'Agence de Valence' } };
    expect(lire({ ...crp, personnes })).not.toMatch(/\b(CSP|ASP|PSP)\b|sécurisation|[Mm]on (CRP|convention)/);
    expect(rendreDocument(crp).pdf.length).toBeGreaterThan(1000);
  });

  it('rien n’est dit au masculin ou au féminin à la personne', () => {
    expect(lire(d)).not.toMatch(/salarié|demandeur|\(e\)|·e|\.e\b/);
  });

  it.each([
    '<script>alert(1)</script>',
    '#panic("non") #read("/etc/passwd")',
    '*gras* _it_ $x^2$ = titre @ref <label> // note \\u{41}',
    '"] } #let l = 0',
    'Durand\r\n\r\nfin',
    'שלום عالم \u202egnorw\u202c 👩‍🚀 漢字',
    'é'.repeat(300),
  ])('%j reste du texte', (attaque) => {
    const partout = exempleDocument(sorte, {
      personnes: {
        ...personnesExemple,
        identite: { ...personnesExemple.identite, prenom: attaque, nom: attaque },
        agence: { ...personnesExemple.agence, nom: attaque, horaires: attaque },
        referent: { ...personnesExemple.referent, nom: attaque },
      },
      rendezVous: sortesEprouvees.map((s, rang) =>
        rendezVous(rang, {
          sorte: s,
          intitule: attaque,
          lieu: attaque,
          statut: rang % 2 ? 'PREVU' : 'TENU',
          compteRendu: {
            parcours: attaque,
            competences: attaque,
            souhaits: attaque,
            notes: attaque,
            reponses: [{ question: attaque, oui: true }],
          },
        }),
      ),
      actions: [{ id: 'a', quoi: attaque, pourLe: '2025-12-01', faiteLe: null, rendezVous: 'r0' }],
    });
    expect(latin1(rendreDocument(partout).pdf).slice(0, 5)).toBe('%PDF-');
    expect(lire(partout)).not.toMatch(/[\u202a-\u202e\r]/);
  });
});

const sortesEprouvees = [
  'ADHESION',
  'PRE_BILAN',
  'PSP',
  'POINT_ETAPE',
  'BILAN',
  'SUIVI',
  'WORK_CAFE_ACCUEIL',
  'WORK_CAFE_PROJET',
  'ATELIER',
  'WEBINAIRE',
  'SESSION_DMA',
] as const;

describe('le carnet', () => {
  it('nomme qui s’occupe du handicap à l’agence, ou laisse la place de l’écrire', () => {
    const referentHandicap = { prenom: 'Ana', nom: 'Ruiz', email: 'ana.ruiz@example.org' };
    const personnes = { ...personnesExemple, agence: { ...personnesExemple.agence, referentHandicap } };
    const titre = 'Référent ou référente handicap';
    expect(lire(exempleDocument('CARNET', { personnes }))).toMatch(
      new RegExp(`${titre}[^]{0,60}Ana Ruiz[^]{0,40}ana\\.ruiz@example\\.org`),
    );
    expect(lire(exempleDocument('CARNET'))).toContain(titre);
  });

  it('à mi-parcours, dit ce qui est arrivé et ce qui vient', () => {
    const texte = lire(exempleDocument('CARNET'));
    expect(texte).toContain('17 juillet 2025 : Entretien de point d’étape');
    expect(texte).toContain('À reprendre : Refaire mon CV, prévu pour le 1er juin 2025');
    expect(texte).toMatch(/Rendez-vous de suivi « Premières semaines de formation », mardi 23 septembre 2025 à 14 h/);
    expect(texte).toContain('Dernier jour pour la demander sans perdre de jours : mercredi 8 avril 2026');
    expect(texte).toContain('Je m’inscris au Work Café Projet');
  });

  it('l’IDR demande une embauche avant le terme des 12 mois, même prolongé ou fini avant', () => {
    const sortie = [
      { type: 'REPONSE_SALARIE', date: j('2025-03-10'), reponse: 'ACCEPTATION' },
      { type: 'REPRISE_EMPLOI', contratId: 'cdi', nature: 'CDI', debut: j('2025-09-01') },
    ] as const;
    for (const situation of [situationExemple('2025-09-12'), situationExemple('2025-09-12', sortie)])
      expect(lire(exempleDocument('CARNET', { situation }))).toContain(
        'avant le terme des 12 mois du CSP, au plus tard le 24 mars 2026',
      );
  });

  it('un entretien dont le dernier jour est chômé le dit', () => {
    const faits = [
      { type: 'REPONSE_SALARIE', date: j('2025-03-10'), reponse: 'ACCEPTATION' },
      { type: 'ARRET_MALADIE', debut: j('2025-06-02'), fin: j('2025-06-12') },
    ] as const;
    const situation = situationExemple('2025-06-13', faits);
    for (const sorte of ['CARNET', 'MES_DATES', 'PSP'] as const)
      expect(lire(exempleDocument(sorte, { jour: j('2025-06-13'), situation }))).toContain(
        'samedi 4 avril 2026 (dernier jour ouvré : vendredi 3 avril 2026)',
      );
  });

  it('élide devant un prénom en voyelle', () => {
    const personnes = { ...personnesExemple, referent: { ...personnesExemple.referent, prenom: 'Odile' } };
    expect(lire(exempleDocument('CARNET', { personnes }))).toContain('auprès d’Odile Morel');
  });

  it('tient quarante rendez-vous et soixante actions', () => {
    const nombreux = exempleDocument('CARNET', {
      rendezVous: Array.from({ length: 40 }, (_, rang) => rendezVous(rang, { sorte: rang % 2 ? 'SUIVI' : 'ATELIER' })),
      actions: Array.from({ length: 60 }, (_, rang) => ({
        id: `a${rang}`,
        quoi: `Action ${rang} à mener à bien, écrite sur une ligne entière ou presque, jusqu’au bout`,
        pourLe: '2025-11-03',
        faiteLe: rang % 3 === 0 ? '2025-08-04' : null,
        rendezVous: `r${rang % 40}`,
      })),
    });
    for (let rang = 0; rang < 60; rang += 1) expect(lire(nombreux)).toContain(`Action ${rang} à mener`);
    const rendu = rendreDocument(nombreux);
    expect(pages(rendu.pdf)).toBeGreaterThan(25);
    expect(pages(rendu.pdf)).toBeLessThan(45);
  });

  it('laisse passer d’une page à l’autre une note de trois pages, sans rien perdre', () => {
    const longue = exempleDocument('CARNET', {
      rendezVous: [rendezVous(0, { compteRendu: { notes: 'Une phrase de la note qui dure. '.repeat(400) } })],
    });
    const courte = exempleDocument('CARNET', { rendezVous: [rendezVous(0)] });
    expect(pages(rendreDocument(longue).pdf)).toBeGreaterThanOrEqual(pages(rendreDocument(courte).pdf) + 2);
  });

  it('garde de la place pour ce qui vient, même quand l’année a été remplie', () => {
    const suivis = blocs(
      exempleDocument('CARNET', { rendezVous: Array.from({ length: 14 }, (_, rang) => rendezVous(rang)) }),
    ).filter((b) => b.genre === 'carte' && b.titre.startsWith('Rendez-vous de suivi'));
    expect(suivis).toHaveLength(20);
    expect(suivis.filter((b) => b.genre === 'carte' && b.etat === null)).toHaveLength(6);
  });

  it('donne les réponses du Work Café d’accueil telles qu’elles furent données', () => {
    const carte = blocs(exempleDocument('CARNET')).find(
      (b) => b.genre === 'carte' && b.titre === 'Work Café d’accueil',
    );
    const reponses = carte?.genre === 'carte' ? carte.cases.filter((x) => x.question !== '') : [];
    expect(reponses.map((x) => x.choix.map((y) => y.coche))).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('après une sortie vers l’emploi, ne réclame plus d’entretien et dit jusqu’à quand demander la prime', () => {
    const faits = [
      { type: 'REPONSE_SALARIE', date: j('2025-03-10'), reponse: 'ACCEPTATION' },
      { type: 'PSP_VALIDE', date: j('2025-04-24') },
      { type: 'REPRISE_EMPLOI', contratId: 'cdi', nature: 'CDI', debut: j('2025-09-01') },
    ] as const;
    const texte = lire(exempleDocument('CARNET', { situation: situationExemple('2025-09-12', faits) }));
    expect(texte).not.toMatch(/sans attendre|Sans attendre|demandez l’ARE à France Travail \(voir/);
    expect(texte).toMatch(/Prime de reclassement : la demander\njusqu’au mercredi 1er octobre 2025/);
    expect(texte).toContain('Rien à faire tant que votre situation ne change pas');
  });

  it('ne dit pas pourquoi un parcours s’est arrêté', () => {
    const faits = [
      { type: 'REPONSE_SALARIE', date: j('2025-03-10'), reponse: 'ACCEPTATION' },
      { type: 'SORTIE', date: j('2025-08-01'), motif: 'MANQUEMENT' },
    ] as const;
    for (const sorte of sortesDocument) {
      const situation = situationExemple('2025-09-12', faits);
      expect(lire(exempleDocument(sorte, { situation }))).not.toMatch(/manquement/i);
    }
  });
});

it('« mes dates » tient sur une page, quoi qu’il y ait à dire', () => {
  const prevus = Array.from({ length: 30 }, (_, rang) =>
    rendezVous(rang, { statut: 'PREVU', debut: '2025-10-02T08:00:00.000Z', lieu: 'Salle des Œillets '.repeat(8) }),
  );
  expect(pages(rendreDocument(exempleDocument('MES_DATES', { rendezVous: prevus })).pdf)).toBe(1);
});

it('un rendez-vous fixé après la date limite dit qu’il est maintenu, un autre ne change rien', () => {
  const bilan = (jour: string) => rendezVous(1, { sorte: 'BILAN', debut: `${jour}T08:00:00.000Z`, statut: 'PREVU' });
  const dates = (jour: string) => lire(exempleDocument('MES_DATES', { rendezVous: [bilan(jour)] }));
  expect(dates('2027-01-05')).toContain('rendez-vous le mardi 5 janvier 2027 : plus tard que prévu, mais maintenu');
  expect(dates('2025-12-01')).not.toContain('mais maintenu');
});

describe('un terme en doute (§9)', () => {
  // A trial broken after the 6th month: 3 May 2026, or 24 March; the prime until 5 March, or 24 January.
  const faits: Evenement[] = [
    { type: 'REPONSE_SALARIE', date: j('2025-03-10'), reponse: 'ACCEPTATION' },
    { type: 'PRE_BILAN_REALISE', date: j('2025-03-31') },
    { type: 'PSP_VALIDE', date: j('2025-04-24') },
    { type: 'REPRISE_EMPLOI', contratId: 'cdi', nature: 'CDI', debut: j('2025-11-03') },
    { type: 'FIN_CONTRAT', contratId: 'cdi', date: j('2025-12-12'), motif: 'RUPTURE_ESSAI' },
  ];
  const document = (sorte: SorteDocument, jour = '2026-01-15') =>
    lire({ ...exempleDocument(sorte), jour: j(jour), situation: situationExemple(jour, faits) });
  const LOINTAINS = /(?:3|8) mai 2026|5 mars 2026/;

  it.each(sortesDocument)('%s ne donne sans réserve aucun jour qui en dépend', (sorte) => {
    const nettes = document(sorte)
      .split('\n')
      .filter((ligne) => LOINTAINS.test(ligne) && !/confirm/.test(ligne));
    expect(nettes).toEqual([]);
  });
  it.each(['CARNET', 'MES_DATES'] as const)('%s donne les plus proches : fin, réinscription, prime', (sorte) => {
    const texte = document(sorte);
    expect(texte).toContain('mardi 24 mars 2026 ou dimanche 3 mai 2026 (à confirmer par France Travail)');
    expect(texte).toContain('le dimanche 29 mars 2026 ou le vendredi 8 mai 2026 (à confirmer par France Travail)');
    expect(texte).toContain(
      'jusqu’au samedi 24 janvier 2026 (à confirmer par France Travail) ; jeudi 5 mars 2026 si la fin prolongée est confirmée',
    );
  });
  it('la fin la plus proche passée, l’autre reste à confirmer', () => {
    const texte = document('MES_DATES', '2026-04-02');
    expect(texte).not.toContain('ou dimanche 3 mai');
    expect(texte).toContain('dimanche 3 mai 2026 (à confirmer par France Travail)');
  });
});
