import { contexte } from './contexte';
import { decisionDe } from './decision';
import type { CourrielRendu, CourrierRendu, DonneesCourrier } from './donnees';
import { direDoutes, doutesSms } from './doutes';
import { dresser, type Lettre } from './lettre';
import type { ModeleQuelconque } from './modele';
import { modeles } from './modeles';
import { rendrePdf } from './pdf/rendu-pdf';
import { direRemplacements, remplacementSms } from './remplacement';
import { rendreHtml } from './rendu-html';
import { rendreTexte } from './rendu-texte';
import { composerSms } from './sms';
import { t } from './texte';

export { lettresDecidees } from './decision';
export type { CourrielRendu, CourrierFaux, CourrierRendu, DonneesCourrier } from './donnees';
export { entretienPrevu, fixesParConvocation, peutAnnoncerUnEntretien } from './entretien-prevu';

/** Template and version that write a code today: `C01_PROPOSITION@1`. */
export const gabaritDe = (code: DonneesCourrier['code']): string => `${code}@${modeles[code].version}`;

/**
 * Writes a letter, not yet in any form: the deciding one when the agency is configured as the author of what it announces.
 * @throws when the catalogue has no such reader for this code, or when a date that the rules always give is absent: bugs.
 */
export function ecrire(d: DonneesCourrier): Lettre {
  const modele: ModeleQuelconque = modeles[d.code];
  const rediger = modele[d.destinataire];
  if (!rediger) throw new Error(`${d.code} n’est pas écrit pour ${d.destinataire}`);
  const c = contexte(d, ecrire);
  const decision = decisionDe(d, d.personnes.agence);
  return modele.decide && decision
    ? dresser(c, direRemplacements(c, modele.decide(c, decision)), decision)
    : dresser(c, direDoutes(c, direRemplacements(c, rediger(c))), null);
}

/** The text message of a letter; null for a code that the catalogue does not send by SMS. @throws as {@link ecrire} does. */
export function rendreSms(d: DonneesCourrier): string | null {
  const modele: ModeleQuelconque = modeles[d.code];
  const { sms } = modele;
  const rediger = modele[d.destinataire];
  if (!sms || !rediger) return null;
  const c = contexte(d, ecrire);
  const { long, court } = remplacementSms(c, rediger);
  const { agence, referent } = d.personnes;
  const [message, bref] = [sms(c, false), sms(c, true)];
  const doutes = doutesSms(c, message);
  const textes = [
    t`${long}${message}${doutes.long}`,
    t`${court}${message}${doutes.court}`,
    t`${court}${bref}${doutes.court}`,
  ] as const;
  return composerSms(textes, {
    agence: agence.nom,
    sigle: c.v.sigle,
    telephone: referent.telephone,
  });
}

/** Writes a letter for the screen, without its paper form: what a letter sent to everyone costs. @throws as {@link ecrire} does. */
export function rendreCourriel(d: DonneesCourrier): CourrielRendu {
  const lettre = ecrire(d);
  return { objet: lettre.objet, texte: rendreTexte(lettre), html: rendreHtml(lettre), gabarit: gabaritDe(d.code) };
}

/** Writes a letter in all its forms; the same data gives the same bytes. @throws as {@link ecrire} does. */
export function rendre(d: DonneesCourrier): CourrierRendu {
  const lettre = ecrire(d);
  return {
    objet: lettre.objet,
    texte: rendreTexte(lettre),
    html: rendreHtml(lettre),
    sms: rendreSms(d),
    ...rendrePdf(lettre),
    nomPdf: `jalon-${d.numero}-${d.code}.pdf`.toLowerCase().replace(/[^a-z0-9.]+/g, '-'),
    gabarit: gabaritDe(d.code),
  };
}
