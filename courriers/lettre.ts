import type { DateCivile } from '../domain/calendrier/dates';
import type { Adresse, Decision } from '../domain/dossier/personnes';
import { datesQuiCoutent } from './calendrier';
import type { Contenu } from './contenu';
import { type ContexteCourrier, civilite, jourLong, nomEntier } from './contexte';
import { partiesDecision } from './decision';
import { brut, commune, courriel, propre, type Texte, t, telephone, typographie } from './texte';

/** A letter ready to be laid out: what it says, and everything around it. */
export interface Lettre extends Contenu {
  expediteur: string[];
  /** Lines of the envelope's window: name, then address. */
  adresse: string[];
  lieuDate: string;
  date: DateCivile;
  numero: string;
  salutation: string;
  /** What the file that travels with the e-mail is for; null when there is none. */
  fichierJoint: string | null;
  /** Titles of the parts that every letter has. */
  titres: { aFaire: string; dates: string; contact: string };
  contact: Texte[];
  /** The same in short lines, for the head of the paper letter. */
  interlocuteur: Texte[];
  politesse: string;
  signature: string[];
  mention: string;
}

const lignesAdresse = (a: Adresse | undefined): string[] =>
  a ? [...a.lignes, `${a.codePostal} ${a.ville.toLocaleUpperCase('fr')}`].map(propre) : [];

/** Name and address of whom the letter goes to; a name is missing only when the dossier has no employer. */
function adresse({ destinataire, personnes }: ContexteCourrier): string[] {
  const { identite, employeur, agence, referent } = personnes;
  switch (destinataire) {
    case 'BENEFICIAIRE':
      return [nomEntier(identite), ...lignesAdresse(identite.adresse)];
    case 'EMPLOYEUR':
      return [propre(employeur?.nom ?? 'À l’employeur'), ...lignesAdresse(employeur?.adresse)];
    case 'CONSEILLER':
      return [propre(`${referent.prenom} ${referent.nom}`), propre(agence.nom), ...lignesAdresse(agence.adresse)];
  }
}

function salutation(c: ContexteCourrier): string {
  if (c.destinataire === 'CONSEILLER') return `Bonjour ${c.qui},`;
  if (c.destinataire === 'EMPLOYEUR') return 'Madame, Monsieur,';
  const civile = civilite(c.personnes.identite);
  return civile ? `${civile},` : `Bonjour ${c.beneficiaire},`;
}

function contact(c: ContexteCourrier): Texte[] {
  const { agence } = c.personnes;
  const horaires = typographie(propre(agence.horaires));
  return [
    t`${c.qui} : ${c.tel}, ${c.mail}`,
    horaires
      ? t`${agence.nom} : ${telephone(agence.telephone)}, ${courriel(agence.email)}. Horaires : ${horaires}`
      : t`${agence.nom} : ${telephone(agence.telephone)}, ${courriel(agence.email)}`,
  ];
}

function signature(c: ContexteCourrier, decision: Decision | null): string[] {
  if (c.destinataire === 'CONSEILLER') return [];
  const agence = propre(c.personnes.agence.nom);
  return decision ? [propre(decision.signataire.nom), propre(decision.signataire.qualite), agence] : [c.qui, agence];
}

function mention(c: ContexteCourrier, decision: Decision | null): string {
  if (c.destinataire === 'CONSEILLER') return 'Tâche préparée par Jalon.';
  if (decision) return 'Ce courrier est une décision : il dit sur quoi elle se fonde et comment la contester.';
  return 'Ce courrier vous informe, il ne décide pas : inscription et allocations relèvent de France Travail.';
}

function fichierJoint(c: ContexteCourrier): string | null {
  const noms = [...new Set(datesQuiCoutent(c).map(({ nom }) => nom))];
  if (noms.length === 0) return null;
  return typographie(`Le fichier joint à cet e-mail met dans votre agenda ${noms.join(', et ')}.`);
}

/** Dresses what a template wrote as a letter; with a decision, signs it and says how to appeal. */
export function dresser(c: ContexteCourrier, contenu: Contenu, decision: Decision | null): Lettre {
  const { agence } = c.personnes;
  const interne = c.destinataire === 'CONSEILLER';
  return {
    ...contenu,
    sections: decision ? [...contenu.sections, ...partiesDecision(decision)] : contenu.sections,
    objet: typographie(propre(contenu.objet)),
    expediteur: [propre(agence.nom), ...lignesAdresse(agence.adresse), brut(t`Tél. ${agence.telephone}`)],
    adresse: adresse(c),
    lieuDate: `${commune(agence.adresse.ville)}, le ${jourLong(c.jour)}`,
    date: c.jour,
    numero: propre(c.numero),
    salutation: salutation(c),
    fichierJoint: fichierJoint(c),
    titres: {
      aFaire: interne ? 'À faire' : 'Ce que vous avez à faire',
      dates: c.destinataire === 'BENEFICIAIRE' ? 'Vos dates' : 'Les dates',
      contact: typographie(c.destinataire === 'BENEFICIAIRE' ? 'Une question ? Qui appeler' : 'Contact'),
    },
    contact: contact(c),
    interlocuteur: [
      t`${c.qui}`,
      t`${c.tel}`,
      t`${c.mail}`,
      ...(agence.horaires ? [t`Horaires : ${typographie(agence.horaires)}`] : []),
    ],
    politesse: interne ? '' : 'Cordialement,',
    signature: signature(c, decision),
    mention: typographie(mention(c, decision)),
  };
}
