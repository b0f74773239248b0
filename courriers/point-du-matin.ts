import { type DateCivile, enChiffres } from '../domain/calendrier/dates';
import { couper, type LignePoint, type MatierePoint, type Rubrique } from '../domain/flotte/matiere-du-point';
import { jourLong } from './contexte';
import { echapper } from './rendu-html';
import { propre, typographie } from './texte';

/** Everything a digest is made of. */
export interface DonneesPoint {
  jour: DateCivile;
  /** First name of the reader; null when the agency reads it. */
  lecteur: string | null;
  /** Whose portfolio it is, when the reader stands in for her. */
  remplacee: string | null;
  matiere: MatierePoint;
  /** Address of the web tool; null: no link. */
  url: string | null;
}

export interface PointRendu {
  objet: string;
  texte: string;
  html: string;
  /** Template and version: `POINT_DU_MATIN@1`. */
  gabarit: string;
}

/** A sentence longer than this is cut: the whole of it is in the dossier. */
const LONGUEUR_MAX = 160;

const TITRES: Record<Rubrique, string> = {
  EN_RETARD: 'En retard',
  REVENUS: 'Courriers revenus',
  ALERTES: 'Alertes',
  SEMAINE: 'Cette semaine',
  TACHES: 'Tâches',
  NOUVEAUX: 'Nouveaux dossiers',
};

/** "3 en retard", "1 courrier revenu". */
const COMPTES: Record<Rubrique, [un: string, plusieurs: string]> = {
  EN_RETARD: ['en retard', 'en retard'],
  REVENUS: ['courrier revenu', 'courriers revenus'],
  ALERTES: ['alerte', 'alertes'],
  SEMAINE: ['cette semaine', 'cette semaine'],
  TACHES: ['tâche', 'tâches'],
  NOUVEAUX: ['nouveau dossier', 'nouveaux dossiers'],
};

interface Partie {
  titre: string;
  lignes: LignePoint[];
}

/**
 * The morning digest, most urgent first. It travels through mail relays and shows on locked screens: a dossier
 * is told by its number and by initials, which its counsellor recognises and nobody else does.
 */
export function rendrePoint(d: DonneesPoint): PointRendu {
  const { comptes: nombres, parties: choisies, autres } = couper(d.matiere);
  const comptes = nombres.map(({ rubrique, nombre }) => compter(rubrique, nombre)).join(', ');
  const objet = typographie(`Point du matin${d.remplacee ? ` de ${propre(d.remplacee)}` : ''} : ${comptes}`);
  const parties = choisies.map(({ rubrique, lignes }) => ({ titre: TITRES[rubrique], lignes }));
  const ouverture = [
    `${d.lecteur ? `Bonjour ${propre(d.lecteur)},` : 'Bonjour,'}`,
    ...(d.remplacee ? [`Voici le portefeuille de ${propre(d.remplacee)}, en son absence.`] : []),
    typographie(`${majuscule(jourLong(d.jour))} : ${comptes}.`),
  ];
  const reste = autres === 0 ? null : `Et ${autres} autre${autres > 1 ? 's' : ''}.`;
  return {
    objet,
    texte: enTexte(ouverture, parties, reste, d.url),
    html: enHtml(objet, ouverture, parties, reste, d.url),
    gabarit: 'POINT_DU_MATIN@1',
  };
}

const compter = (r: Rubrique, n: number): string => `${n}\u00a0${COMPTES[r][n > 1 ? 1 : 0]}`;

const majuscule = (s: string): string => s.charAt(0).toLocaleUpperCase('fr') + s.slice(1);

function phrase({ quoi, date }: LignePoint): string {
  const dit = propre(quoi);
  const coupe = dit.length > LONGUEUR_MAX ? `${dit.slice(0, LONGUEUR_MAX).replace(/\s+\S*$/, '')}…` : dit;
  return typographie(date === null ? coupe : `${enChiffres(date).slice(0, 5)} : ${coupe}`);
}

const qui = ({ numero, initiales }: LignePoint): string => `${numero} (${propre(initiales)})`;

const lienDossier = (url: string, numero: string): string =>
  `${url.replace(/\/+$/, '')}/dossiers/${encodeURIComponent(numero)}`;

function enTexte(ouverture: string[], parties: Partie[], reste: string | null, url: string | null): string {
  const blocs = parties.map(({ titre, lignes }) =>
    [titre.toLocaleUpperCase('fr'), ...lignes.map((l) => `- ${qui(l)} ${phrase(l)}`)].join('\n'),
  );
  return `${[...ouverture, ...blocs, ...(reste ? [reste] : []), ...(url ? [url] : [])].join('\n\n')}\n`;
}

const CORPS = `max-width:600px;margin:0 auto;padding:16px;font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere`;

function enHtml(
  objet: string,
  ouverture: string[],
  parties: Partie[],
  reste: string | null,
  url: string | null,
): string {
  const ligne = (l: LignePoint): string => {
    const nom = echapper(qui(l));
    const tete = url ? `<a href="${echapper(lienDossier(url, l.numero))}">${nom}</a>` : `<strong>${nom}</strong>`;
    return `<li style="margin:0 0 10px">${tete}<br>${echapper(phrase(l))}</li>`;
  };
  const partie = ({ titre, lignes }: Partie): string =>
    `<h2 style="font-size:18px;line-height:1.3;margin:24px 0 8px">${echapper(titre)}</h2>
<ul style="margin:0;padding:0 0 0 20px">${lignes.map(ligne).join('\n')}</ul>`;
  const p = (s: string): string => `<p style="margin:0 0 12px">${s}</p>`;
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${echapper(objet)}</title>
<style>:root{color-scheme:light dark}</style>
</head>
<body style="margin:0">
<main style="${CORPS}">
${ouverture.map((s) => p(echapper(s))).join('\n')}
${parties.map(partie).join('\n')}
${reste ? p(echapper(reste)) : ''}
${url ? p(`<a href="${echapper(url)}">Ouvrir Jalon</a>`) : ''}
</main>
</body>
</html>
`;
}
