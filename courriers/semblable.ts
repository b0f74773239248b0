import type { CodeCourrier } from '../domain/catalogue/catalogue';
import type { Destinataire } from '../domain/dossier/resultat';
import { calculer } from '../domain/droit/calculer';
import { choisirReglement } from '../domain/droit/reglements';
import { rendre } from '.';
import { rendreCalendrier } from './calendrier';
import type { CourrierRendu, DonneesCourrier } from './donnees';
import { dossierExemple, exemple } from './exemples';

/** An invented letter of a kind, in all its forms. */
export type Semblable = Pick<CourrierRendu, 'texte' | 'html' | 'pdf'> & {
  donnees: DonneesCourrier;
  ics: string | null;
};

/** The year of an invented person, as the register knows it: with all that letters do not say. */
const annee = calculer({
  dossier: dossierExemple,
  evenements: [{ type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' }],
});

const connus = new Map<string, Semblable>();

/**
 * What a letter of this code to this reader looks like, of nobody's: what real ones share with it is stored once (`registre/amorces.ts`).
 * Written at the first request, then the same object. @throws as {@link rendre} does
 */
export function semblable(code: CodeCourrier, destinataire: Destinataire): Semblable {
  const genre = `${code}/${destinataire}`;
  const connu = connus.get(genre);
  if (connu) return connu;
  const exemplaire = exemple(code, destinataire);
  const { texte, html, pdf } = rendre(exemplaire);
  const parametres = choisirReglement(exemplaire.dossier)?.parametres;
  const donnees = {
    ...exemplaire,
    resultat: { ...annee, ...exemplaire.resultat },
    ...(parametres ? { parametres } : {}),
  };
  const fait = { donnees, texte, html, pdf, ics: rendreCalendrier(exemplaire, 'jalon.example.org') };
  connus.set(genre, fait);
  return fait;
}
