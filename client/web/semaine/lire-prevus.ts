import type { DateCivile } from '../../../domain/calendrier/dates';
import { momentCivil, zoneRendezVous } from '../../../domain/rendez-vous/heure';
import { type ChoseAFaire, type Registre, rendezVousAVenirDe } from '../../../registre';

/** An interview of a dossier. */
export const cleDEntretien = (numero: string, sorte: string): string => `${numero}/${sorte}`;

/** The day of the appointment that each dossier of a list has to come, by `cleDEntretien`: what is planned is not to be planned again. */
export async function lirePrevus(
  registre: Registre,
  choses: readonly ChoseAFaire[],
  maintenant: Date,
): Promise<ReadonlyMap<string, DateCivile>> {
  const numeros = new Set(choses.flatMap(({ sorte, numero }) => (sorte === 'RENDEZ_VOUS' ? [] : [numero])));
  const prevus = await rendezVousAVenirDe(registre, [...numeros], maintenant);
  return new Map(
    prevus.map(({ numero, sorte, debut, mode, residence, agence }) => {
      const zone = zoneRendezVous(mode, residence, { residence: agence ?? undefined });
      return [cleDEntretien(numero, sorte), momentCivil(debut, zone).jour];
    }),
  );
}
