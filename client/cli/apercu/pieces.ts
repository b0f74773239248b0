import { type DonneesCourrier, rendre } from '../../../courriers';
import { rendreCalendrier } from '../../../courriers/calendrier';
import { modelesDocument, nomCourt, rendreDocument, sortesDocument } from '../../../courriers/documents';
import { exempleDocument } from '../../../courriers/documents/exemples';
import { exemple } from '../../../courriers/exemples';
import { methodeInvitation, rendreInvitation } from '../../../courriers/invitation';
import { rendrePoint } from '../../../courriers/point-du-matin';
import { type CodeCourrier, catalogue, codesCourrier, type Origine } from '../../../domain/catalogue/catalogue';
import { lireBaseRendezVous } from '../../../domain/catalogue/cle-courrier';
import { titres } from '../../../domain/catalogue/titres';
import { codesDecision, type Decision } from '../../../domain/dossier/personnes';
import type { Destinataire } from '../../../domain/dossier/resultat';
import { pointExemple } from './point-exemple';

/** Forms of a letter, by the end of their file's name. */
export const FORMES = ['txt', 'html', 'pdf', 'sms.txt', 'ics'] as const;
export type Forme = (typeof FORMES)[number];

/** A letter or a document of the preview, with its files. */
export interface Piece {
  groupe: Origine | 'DOCUMENTS';
  titre: string;
  /** Code of the catalogue or kind of document, with its version: `C01_PROPOSITION@1`. */
  gabarit: string;
  code: CodeCourrier | null;
  destinataire: Destinataire | null;
  /** The agency is the author of the act: the letter decides. */
  decide: boolean;
  /** Subject of the letter. */
  objet: string | null;
  /** Path from the index, with `/`, of each form. */
  fichiers: { forme: Forme; chemin: string; octets: Uint8Array }[];
}

/** An agency that is the author of what the catalogue lets it decide. */
const decisionExemple: Decision = {
  signataire: { nom: 'Hélène Astier', qualite: 'directrice de l’agence' },
  fondement: 'Article inventé pour l’exemple, à remplacer par celui sur lequel la décision se fonde.',
  recours:
    'Vous pouvez demander un nouvel examen à la direction de l’agence dans les deux mois qui suivent ce courrier, puis saisir le tribunal. Exemple inventé.',
};

const enDecidant = ({ personnes }: DonneesCourrier): Pick<DonneesCourrier, 'personnes'> => ({
  personnes: {
    ...personnes,
    agence: {
      ...personnes.agence,
      decisions: Object.fromEntries(codesDecision.map((code) => [code, decisionExemple])),
    },
  },
});

const utf8 = (texte: string): Uint8Array => Buffer.from(texte, 'utf8');

function invitation({ code, base, rendezVous, personnes, jour }: DonneesCourrier): string | null {
  const methode = methodeInvitation(code);
  const { agence, referent, identite } = personnes;
  if (methode === null || !rendezVous || identite.email === undefined) return null;
  return rendreInvitation({
    rendezVous: { ...rendezVous, sequence: lireBaseRendezVous(code, base)!.sequence },
    agence,
    referent,
    email: identite.email,
    methode,
    domaine: 'jalon.example.org',
    horodatage: `${jour}T08:00:00.000Z`,
  });
}

function courrier(code: CodeCourrier, destinataire: Destinataire, decide: boolean): Piece {
  const nu = exemple(code, destinataire);
  const donnees = decide ? { ...nu, ...enDecidant(nu) } : nu;
  const rendu = rendre(donnees);
  const ics = invitation(donnees) ?? rendreCalendrier(donnees, 'jalon.example.org');
  const formes: [Forme, Uint8Array | null][] = [
    ['txt', utf8(rendu.texte)],
    ['html', utf8(rendu.html)],
    ['pdf', rendu.pdf],
    ['sms.txt', rendu.sms === null || destinataire !== 'BENEFICIAIRE' ? null : utf8(`${rendu.sms}\n`)],
    ['ics', ics === null ? null : utf8(ics)],
  ];
  const nom = `${code}-${destinataire}${decide ? '-decision' : ''}`.toLowerCase().replaceAll('_', '-');
  return {
    groupe: catalogue[code].origine,
    titre: titres[code],
    gabarit: rendu.gabarit,
    code,
    destinataire,
    decide,
    objet: rendu.objet,
    fichiers: formes.flatMap(([forme, octets]) =>
      octets === null ? [] : [{ forme, chemin: `courriers/${nom}.${forme}`, octets }],
    ),
  };
}

/** The counsellor's morning digest: no letter of the catalogue, and sent all the same. */
function pointDuMatin(): Piece {
  const { objet, texte, html, gabarit } = rendrePoint(pointExemple);
  const formes = [
    ['txt', texte],
    ['html', html],
  ] as const;
  return {
    groupe: 'FLOTTE',
    titre: 'Point du matin',
    gabarit,
    code: null,
    destinataire: 'CONSEILLER',
    decide: false,
    objet,
    fichiers: formes.map(([forme, contenu]) => ({
      forme,
      chemin: `courriers/point-du-matin.${forme}`,
      octets: utf8(contenu),
    })),
  };
}

/** Every letter of the catalogue for each of its readers, deciding forms too, the morning digest, then every document; all people are invented. */
export function* pieces(): Generator<Piece> {
  for (const code of codesCourrier)
    for (const destinataire of catalogue[code].destinataires) {
      yield courrier(code, destinataire, false);
      if (catalogue[code].nature === 'INFORME_OU_DECIDE') yield courrier(code, destinataire, true);
    }
  yield pointDuMatin();
  for (const sorte of sortesDocument) {
    const { pdf, gabarit } = rendreDocument(exempleDocument(sorte));
    yield {
      groupe: 'DOCUMENTS',
      titre: modelesDocument[sorte].nom,
      gabarit,
      code: null,
      destinataire: 'BENEFICIAIRE',
      decide: false,
      objet: null,
      fichiers: [{ forme: 'pdf', chemin: `documents/${nomCourt(sorte)}.pdf`, octets: pdf }],
    };
  }
}
