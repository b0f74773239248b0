import { cpus } from 'node:os';
import { formaterNumero } from '../../domain/dossier/numero';
import type { Identite } from '../../domain/dossier/personnes';
import type { Evenement } from '../../domain/faits/evenements';
import type { EntreeJournal } from '../../domain/faits/journal';
import { etatInitial } from '../../domain/parcours/etat-initial';
import { situer } from '../../domain/parcours/situer';
import type { Registre } from '../../registre';
import { ligneIdentite } from '../../registre/recherche';
import { agences, dossiers, identites, referents } from '../../registre/schema';
import { dossierInvente, personnesInventees } from './ouvertures';

/** How the `rang`-th person of a fleet differs from the others. */
export interface Variante {
  residence?: string;
  identite?: Partial<Record<keyof Identite, string | undefined>>;
  etat?: string;
}

export interface OptionsFlotte {
  combien: number;
  /** Day on which their situation was computed: inside their CSP, which runs from 25/03/2025. */
  jour?: string;
  variante?: (rang: number) => Variante;
}

const ACCORD: EntreeJournal = {
  id: 'accord',
  acte: 'consigner',
  evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' } as Evenement,
  auteur: 'essai',
  enregistreLe: '2025-03-10T09:00:00.000Z',
};

/**
 * Inscribes people in the middle of their CSP, as their journeys would have, without journeys: the fleet reads the register only.
 * @returns their numéros, in order
 */
export async function peuplerFlotte(
  registre: Registre,
  { combien, jour = '2025-09-20', variante = () => ({}) }: OptionsFlotte,
): Promise<string[]> {
  const { agence, referent } = personnesInventees;
  await registre.db.insert(agences).values({ id: agence.id, agence }).onConflictDoNothing();
  await registre.db.insert(referents).values({ id: referent.id, agence: agence.id, referent }).onConflictDoNothing();
  const maintenant = `${jour}T09:00:00.000Z`;
  const numeros: string[] = [];
  const situations = new Map<string, ReturnType<typeof inscrire>>();
  const inscrire = (residence: string) => {
    const dossier = { ...dossierInvente, residence };
    const base = { numero: formaterNumero(2025, 1), agence: agence.id, referent: referent.id, dateReprise: null };
    const etat = etatInitial({ ...base, dossier, journal: [ACCORD] });
    return { dossier, situation: situer({ etat, enCours: [], maintenant }, { envoi: 'immediat' }).situation };
  };
  for (let debut = 0; debut < combien; debut += 500) {
    const lot = Array.from({ length: Math.min(500, combien - debut) }, (_, i) => {
      const rang = debut + i + 1;
      const { residence = 'metropole', identite = {}, etat } = variante(rang);
      const commun = situations.get(residence) ?? inscrire(residence);
      situations.set(residence, commun);
      const numero = formaterNumero(2025, rang);
      numeros.push(numero);
      return {
        dossier: {
          ...{
            numero,
            empreinte: `flotte-${rang}`,
            statut: 'OUVERT' as const,
            agence: agence.id,
            referent: referent.id,
          },
          ...{ dossier: commun.dossier, journal: [ACCORD], version: 1, alertes: 0 },
          situation: { ...commun.situation, numero },
          etat: (etat ?? commun.situation.etat) as typeof commun.situation.etat,
          creeLe: new Date(maintenant),
          majLe: new Date(maintenant),
        },
        identite: ligneIdentite(numero, {
          identite: { ...personnesInventees.identite, email: `personne${rang}@example.org`, ...identite } as Identite,
          employeur: personnesInventees.employeur,
        }),
      };
    });
    await registre.db.insert(dossiers).values(lot.map((l) => l.dossier));
    await registre.db.insert(identites).values(lot.map((l) => l.identite));
  }
  return numeros;
}

/** The machine, for a report of speed. */
export const machine = (): string => `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processeur inconnu'}`;
