import { enChiffres } from '../../domain/calendrier/dates';
import { phrase } from '../../domain/faits/erreurs';
import type { EntreeJournal } from '../../domain/faits/journal';
import type { Avertissement } from '../../domain/parcours/avertissements';
import type { CourrierAPartir } from '../../domain/parcours/previsualiser';
import { reserveDite } from '../../domain/parcours/reserve-dite';
import type { Echeance } from '../../domain/parcours/situation';
import type { Apercu } from '../../domain/rendez-vous/previsualiser';
import { departDit } from '../affichage/departs';
import {
  courriersParDepart,
  finDeplacee,
  phrasesCorrections,
  rendezVousTouchesEnClair,
  sansEffet,
  suspensionsEnClair,
} from '../affichage/deplacements';
import { entreeEnClair, phraseIssue } from '../affichage/evenement';
import { libellesDestinataire, titreCourrier } from '../affichage/libelles';
import { type Console, dire, tableau } from './sortie';

/** What an act would change, for people. */
export function direApercu(console: Console, apercu: Apercu, journal: readonly EntreeJournal[]): void {
  const { issue, apres } = apercu;
  if (issue.statut === 'ECARTE')
    dire(console, `Cet événement serait écarté : ${phraseIssue(issue, apercu.entree)} (${issue.code})`);
  direAvertissements(console, apercu.avertissements, journal);
  if (sansEffet(apercu)) {
    dire(console, 'Aucune date ne bouge et aucun courrier ne s’ajoute.');
    return;
  }
  const fin = finDeplacee(apercu);
  if (fin) {
    const raison = apres.echeances.find((e) => e.cle === 'FIN_CSP');
    const [avant, nouveau] = [fin.avant, fin.apres].map((d) => (d ? enChiffres(d) : 'aucun'));
    dire(
      console,
      `Dernier jour du CSP : ${avant} → ${nouveau}${raison ? `. ${raison.pourquoi} (${raison.regle})` : ''}`,
    );
  }
  if (apercu.avant.enUnePhrase !== apres.enUnePhrase) dire(console, `Le dossier serait : ${apres.enUnePhrase}`);
  for (const phrase of suspensionsEnClair(apercu)) dire(console, phrase);
  const touches = rendezVousTouchesEnClair(apercu);
  if (touches) dire(console, touches);
  if (apercu.echeances.length > 0) {
    const lignes = apercu.echeances.map(({ libelle, avant, apres: nouvelle, pourquoi, regle }) => [
      libelle,
      bornes(avant),
      bornes(nouvelle),
      `${pourquoi} (${regle})`,
    ]);
    const colonnes = [{ titre: 'Échéance', max: 24 }, { titre: 'Avant' }, { titre: 'Après' }, { titre: 'Pourquoi' }];
    dire(console, `\n${tableau(colonnes, lignes)}`);
  }
  for (const { titre, courriers } of courriersParDepart(apercu)) {
    const date = (c: CourrierAPartir | null) => (c === null ? '–' : departDit(c, apercu.fuseau));
    const lignes = courriers.map((c) => [c.titre, libellesDestinataire[c.destinataire], date(c.avant), date(c.apres)]);
    const colonnes = [{ titre: 'Courrier' }, { titre: 'À' }, { titre: 'Avant' }, { titre: 'Après' }];
    dire(console, `\n${titre} :\n${tableau(colonnes, lignes)}`);
  }
  for (const c of apercu.courriersFaux)
    dire(console, `Attention : « ${titreCourrier(c.code)} », déjà parti, deviendrait faux.`);
  for (const phrase of phrasesCorrections(apercu)) dire(console, phrase);
  for (const f of apercu.faitsRepousses) {
    const entree = journal.find((e) => e.id === f.id);
    dire(
      console,
      `Attention : « ${entree ? entreeEnClair(entree, journal) : f.id} » serait écarté : ${f.phrase} (${f.code})`,
    );
  }
  for (const code of apercu.alertesNouvelles) dire(console, `Alerte : ${phrase(code)} (${code})`);
}

/** What is likely a slip, with the entry to correct instead. */
export function direAvertissements(
  console: Console,
  avertissements: readonly Avertissement[],
  journal: readonly EntreeJournal[],
): void {
  for (const { phrase: dite, corrige } of avertissements) {
    const entree = journal.find(({ id }) => id === corrige);
    const suite = entree ? ` Le corriger plutôt ? « ${entreeEnClair(entree, journal)} » (entrée ${corrige}).` : '';
    dire(console, `Attention : ${dite}${suite}`);
  }
}

/** "24/03/2026", or "25/06/2025 – 24/07/2025" for a window. */
export const bornes = (e: Pick<Echeance, 'debut' | 'date' | 'aConfirmer'> | null): string => {
  if (e === null) return '–';
  const dernier = `${enChiffres(e.date)}${reserveDite(e)}`;
  return e.debut && e.debut !== e.date ? `${enChiffres(e.debut)} – ${dernier}` : dernier;
};

/** The same for machines. */
export const apercuEnJson = ({ issue, entree: _, avant, apres, ...reste }: Apercu) => ({
  issue,
  enUnePhrase: { avant: avant.enUnePhrase, apres: apres.enUnePhrase },
  dateFinCsp: { avant: avant.resultat.dateFinCsp ?? null, apres: apres.resultat.dateFinCsp ?? null },
  ...reste,
});
