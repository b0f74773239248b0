import { type DateCivile, max } from '../../domain/calendrier/dates';
import { entreeCatalogue } from '../../domain/catalogue/catalogue';
import type { Dossier } from '../../domain/dossier/dossier';
import type { Resultat } from '../../domain/dossier/resultat';
import { evaluer } from '../../domain/droit/calculer';
import type { Evenement } from '../../domain/faits/evenements';
import { lettresDues } from '../outils/lettres-dues';
import { dossierInvente } from '../outils/ouvertures';
import { voyager } from '../outils/voyage';

/** A fact and the day someone records it. */
export interface FaitDate {
  le: string;
  evenement: { type: string } & Record<string, unknown>;
}

export interface Vie {
  /** What the live journey ended with. */
  situation: Resultat;
  /** What `calculer` says of the same journal. */
  calcule: Resultat;
  /** Letters of the live journey: left and still true, said in another of that day, or lapsed. */
  lettres: string[];
  /** Letters that left and became false. */
  rectifiees: string[];
  /** Letters of `calculer`, on the days that suit the nearest reading of a doubtful end. */
  lettresCalculees: string[];
}

/** Lives a journey on the time-skipping server, each fact recorded on its day, and asks `calculer` about the same journal. */
export async function vivre(faits: readonly FaitDate[], dossier: object = {}): Promise<Vie> {
  const ouverture = { ...dossierInvente, ...dossier };
  const voyage = await voyager(ouverture.dateRemise);
  try {
    const numero = await voyage.ouvrir({ dossier });
    let jour = ouverture.dateRemise as DateCivile;
    for (const { le, evenement } of faits) {
      jour = max(jour, le as DateCivile);
      await voyage.consigner(numero, jour, evenement);
    }
    await voyage.fin(numero);
    const situation = (await voyage.situation(numero))!;
    const vivantes = situation.courriers.filter((c) => entreeCatalogue(c.code).origine === 'REGLES');
    const evaluation = evaluer(
      ouverture as Dossier,
      faits.map((f) => f.evenement as unknown as Evenement),
      {},
    );
    const calcule = evaluation.resultat;
    const connus = { numero, courriers: Object.fromEntries(situation.courriers.map((c) => [c.cle, c])) };
    const voulues = lettresDues(evaluation, connus, ouverture.residence, jour);
    const ecrire = (c: { code: string; destinataire: string; date: string }) => `${c.date} ${c.code} ${c.destinataire}`;
    return {
      situation: situation.resultat,
      calcule,
      lettres: vivantes
        .filter((c) => c.statut !== 'RECTIFIE' && (c.statut !== 'ANNULE' || c.ailleurs))
        .map(ecrire)
        .sort(),
      rectifiees: situation.courriers.filter((c) => c.statut === 'RECTIFIE').map(ecrire),
      lettresCalculees: voulues.map(ecrire).sort(),
    };
  } finally {
    await voyage.fermer();
  }
}
