import { join } from 'node:path';
import { annee } from '../../domain/calendrier/dates';
import type { Lettre } from '../lettre';
import type { Texte } from '../texte';
import { composer, enPdf, imprimable as mot } from './atelier';
import { deplierPages } from './deplier';
import { blocAdresse, reserve } from './fenetre';

const GABARIT = join(__dirname, 'lettre.typ');

/** Millimetres left free of text beside what a window may show. */
const MARGE_RESERVE = 2;
/** Twice what La Poste reads on a line: six such lines still fit the window, in small type. */
const LIGNE_ADRESSE = 76;

const couper = (ligne: string): string => {
  const signes = [...ligne];
  return signes.length > LIGNE_ADRESSE ? `${signes.slice(0, LIGNE_ADRESSE - 1).join('')}…` : ligne;
};

/** In the columns beside the window, shorter words must be allowed to break: twenty capitals are 61 mm. */
const etroit = (s: string): string =>
  mot(s).replace(/[^\s\u200b]{21,}/gu, (long) => long.replace(/.{14}/gu, '$&\u200b'));

function donnees(l: Lettre) {
  const texte = (x: Texte) => x.map((s) => ({ ...s, texte: mot(s.texte) }));
  return {
    objet: mot(l.objet),
    expediteur: l.expediteur.map(etroit),
    adresse: l.adresse.map((x) => etroit(couper(x))),
    fenetre: { ...blocAdresse, limite: reserve.gauche - MARGE_RESERVE },
    lieuDate: etroit(l.lieuDate),
    annee: annee(l.date),
    mois: Number(l.date.slice(5, 7)),
    jour: Number(l.date.slice(8)),
    numero: mot(l.numero),
    salutation: mot(l.salutation),
    titres: l.titres,
    accroche: l.accroche.map(texte),
    aFaire: l.aFaire.map(texte),
    dates: l.dates.map((d) => ({ libelle: mot(d.libelle), valeur: mot(d.valeur), avant: mot(d.avant ?? '') })),
    sections: l.sections.map((s) => ({
      titre: mot(s.titre),
      modele: s.modele === true,
      paragraphes: s.paragraphes.map(texte),
    })),
    interlocuteur: l.interlocuteur.map((x) => x.map((s) => ({ ...s, texte: s.lien ? mot(s.texte) : etroit(s.texte) }))),
    politesse: l.politesse,
    signature: l.signature.map(mot),
    mention: mot(l.mention),
  };
}

/** Tenths of a point: the usual body, and the one that may save a second page for its last lines, closer set as well. */
const CORPS = 105;
const CORPS_SERRE = 100;

/** The letter as an accessible PDF (PDF/UA-1) and its pages: same letter, same bytes. @throws when Typst refuses it, which is a bug. */
export function rendrePdf(l: Lettre): { pdf: Uint8Array; pages: number } {
  const lettre = donnees(l);
  const mettre = (pages: number, dixiemes: number) => composer(GABARIT, { ...lettre, pages, dixiemes });
  let document = mettre(1, CORPS);
  if (document.numOfPages > 1) document = mettre(1, CORPS_SERRE);
  if (document.numOfPages > 1) document = mettre(document.numOfPages, CORPS);
  return { pdf: deplierPages(enPdf(document)), pages: document.numOfPages };
}
