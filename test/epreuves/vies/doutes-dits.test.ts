import { partieEcheances } from '../../../client/web/dossier/echeances';
import { ecrire } from '../../../courriers';
import { jourLong } from '../../../courriers/contexte';
import { rendreTexte } from '../../../courriers/rendu-texte';
import { ajouterJours, type DateCivile, dateCivile, max } from '../../../domain/calendrier/dates';
import { type CodeDoute, type Doute, doutes } from '../../../domain/droit/doutes';
import { type DouteDuParcours, doutesDuJour } from '../../../domain/droit/doutes-du-parcours';
import { ACCEPTATION, OUVERTURE } from '../../../domain/droit/regles/de-test/scenario';
import { CAS } from '../../../domain/parcours/de-test/douteux';
import type { EtatParcours } from '../../../domain/parcours/parcours';
import type { Situation } from '../../../domain/parcours/situation';
import { enOrdre, type FaitVecu } from './faits-vecus';
import { donneesDe, enClair } from './lettre-partie';
import { vivre } from './vies';

const dits = (Object.entries(doutes) as [CodeDoute, Doute][]).filter(([, { lettre }]) => lettre !== null);

/** A journey that a doubt bears on, lived from its proposal: each fact recorded on its day. */
function vivreDouteux(code: CodeDoute) {
  const [, { dossier = {}, evenements = [ACCEPTATION] }] = CAS[code]!;
  const ouverture = { ...OUVERTURE, ...dossier } as unknown as EtatParcours['dossier'];
  const lendemain = ajouterJours(ouverture.dateRemise, 1);
  const faits = evenements.map((evenement): FaitVecu => {
    const { date, debut } = evenement as { date?: DateCivile; debut?: DateCivile };
    return { le: max((date ?? debut)!, lendemain), evenement: evenement as FaitVecu['evenement'] };
  });
  return vivre(enOrdre(faits), 'immediat', ouverture);
}

const douteDe = ({ doutes: siens = [], resultat, observeLe }: Situation, code: CodeDoute) =>
  doutesDuJour(siens, resultat, observeLe).find((doute) => doute.code === code);

/** Days of a situation that a doubt reaches. */
function joursDouteux({ resultat: r }: Situation, { sur }: DouteDuParcours): (DateCivile | null | undefined)[] {
  const duTerme = [r.terme, r.dateFinCsp, r.bilan?.fin, r.reinscription?.limite];
  return sur === 'TERME'
    ? duTerme
    : [r.finContrat, r.debutCsp, ...(sur === 'TOUTES' ? [r.finReflexion, ...duTerme] : [])];
}

describe.each(dits)('%s, dans un parcours vécu', (code, { lettre, lectures, tache }) => {
  const { etat, parties, vues } = vivreDouteux(code);

  it('sa phrase est dans chaque lettre partie qui donne un jour qu’il atteint', () => {
    const concernees = parties.flatMap((partie) => {
      const doute = partie.du.destinataire === 'CONSEILLER' ? undefined : douteDe(partie.situation, code);
      const donnees = donneesDe(partie, etat);
      const ecrite = ecrire(donnees);
      const jours =
        doute === undefined ? [] : joursDouteux(partie.situation, doute).flatMap((j) => (j ? [jourLong(j)] : []));
      const donnes = ecrite.dates.some(({ valeur }) => jours.some((jour) => valeur.includes(jour)));
      return donnes ? [[partie.du.code, enClair(rendreTexte(ecrite)).replace(/\s+/g, ' ')] as const] : [];
    });
    expect(concernees).not.toEqual([]);
    const muettes = concernees.filter(([, texte]) => !texte.includes(enClair(lettre!)));
    expect(muettes.map(([c]) => c)).toEqual([]);
  });

  it('la page du dossier dit ses dates à confirmer, avec ses deux lectures pour un terme, et une tâche le demande', () => {
    const vue = vues.find(({ reponse }) => reponse.taches.some(({ libelle }) => libelle.includes(tache!)))!;
    const { situation, quand } = vue;
    const doute = douteDe(situation, code)!;
    const [aujourdhui, { echeances: dates, prochaine }] = [dateCivile(quand.slice(0, 10)), situation];
    const page = enClair(String(partieEcheances({ dates, prochaine, aujourdhui }).contenu));
    expect(page).toContain('(à confirmer par France Travail)');
    if (doute.sur === 'TERME') for (const lecture of lectures) expect(page).toContain(enClair(lecture));
    if (doute.sur === 'TOUTES') expect(situation.alertes).toContain('REGLEMENT_ECHU_A_CONFIRMER');
  });
});
