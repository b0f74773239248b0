import { dateLocale } from '../../../domain/calendrier/fuseaux';
import { compte, libellesDestinataire, titreCourrier } from '../../affichage/libelles';
import { etudierImpactDuCode, type ImpactDuCode, type LettreDuCode } from '../../usages/etudier-impact-du-code';
import { auteurDe, avecRegistre } from '../services';
import { type Console, dire, donner, tableau } from '../sortie';

/** `impact --code`: what this code would send at once if it were deployed; needs the register alone. */
export const impactDuCode = (console: Console, json: boolean): Promise<void> =>
  avecRegistre(console, async ({ registre, reglages }) => {
    const maintenant = console.maintenant();
    const jour = dateLocale(maintenant, 'Europe/Paris');
    const deps = { registre, sursisMinutes: reglages.sursisMinutes };
    const impact = await etudierImpactDuCode(deps, { auteur: auteurDe(console), jour }, maintenant);
    if (json) donner(console, impact);
    else direImpact(console, impact);
  });

/** Enough to judge by; all of them are in the JSON. */
const MONTREES = 50;

function direImpact(console: Console, impact: ImpactDuCode): void {
  const { parcours, aMettreAJour, versionDomaine, lettres, nonEnvoyees } = impact;
  dire(
    console,
    `${compte(parcours, 'parcours vivant', 'parcours vivants')}, dont ${aMettreAJour.toLocaleString('fr-FR')} que ce code (règles ${versionDomaine}) n’a pas encore vus.`,
  );
  const nouvelles = lettres.filter(({ origine }) => origine === 'NOUVELLE');
  const prevues = lettres.length - nouvelles.length;
  dire(
    console,
    lettres.length === 0
      ? 'Aucun courrier ne partirait aussitôt.'
      : `${compte(lettres.length, 'courrier partirait', 'courriers partiraient')} aussitôt : ${compte(nouvelles.length, 'du fait de ce code', 'du fait de ce code')}, ${compte(prevues, 'prévu de toute façon', 'prévus de toute façon')}.`,
  );
  montrer(console, nouvelles);
  if (nonEnvoyees.length === 0) return;
  dire(
    console,
    `\n${compte(nonEnvoyees.length, 'courrier', 'courriers')} sur ce que les règles précédentes avaient déjà réglé ne partiront pas :`,
  );
  montrer(console, nonEnvoyees);
}

function montrer(console: Console, lettres: readonly LettreDuCode[]): void {
  if (lettres.length === 0) return;
  const colonnes = [{ titre: 'Dossier' }, { titre: 'Courrier' }, { titre: 'À' }, { titre: 'Au sujet de' }];
  const lignes = lettres
    .slice(0, MONTREES)
    .map(({ numero, code, destinataire, base }) => [
      numero,
      titreCourrier(code),
      libellesDestinataire[destinataire],
      base,
    ]);
  dire(console, `\n${tableau(colonnes, lignes)}`);
  if (lettres.length > MONTREES) dire(console, `… et ${lettres.length - MONTREES} autres (--json les donne tous).`);
}
