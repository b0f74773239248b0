import { ouvrirParcours } from '../../client/usages/ouvrir';
import { ajouterJours } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { type CourrierAvecEnvois, courriersDuDossier, lireDossier } from '../../registre';
import { dossierInvente, personnesInventees } from './ouvertures';
import { attendreQue, type PileDeTest } from './pile';

type Place = Pick<PileDeTest, 'registre' | 'client'>;

/** The letters of a journey that left, as the register has them. */
export const lettresParties = async ({ registre }: Place, numero: string): Promise<CourrierAvecEnvois[]> =>
  (await courriersDuDossier(registre, numero)).filter(({ statut }) => statut === 'PARTI');

/** Waits until this many letters have left, and the journey remembers them. */
export const attendreLettres = (pile: Place, numero: string, combien: number): Promise<boolean> =>
  attendreQue(
    `${combien} courrier(s) de ${numero}`,
    async () => {
      const { memoire } = (await lireDossier(pile.registre, numero))!;
      const sus = Object.values(memoire?.courriers ?? {}).filter(({ statut }) => statut === 'PARTI');
      return sus.length >= combien && (await lettresParties(pile, numero)).length >= combien;
    },
    60_000,
  );

/** A journey of the day before yesterday, whose first letter left. @param nom the person's: the same one twice would be one journey */
export async function mettreEnRoute(pile: Place, nom: string): Promise<string> {
  const { numero } = await ouvrirParcours(
    { registre: pile.registre, temporal: pile.client, envoi: 'immediat' },
    {
      dossier: { ...dossierInvente, dateRemise: ajouterJours(dateLocale(new Date(), 'Europe/Paris'), -2) },
      personnes: { ...personnesInventees, identite: { ...personnesInventees.identite, nom } },
      dateReprise: null,
      evenements: [],
      auteur: 'essai',
    },
  );
  await attendreLettres(pile, numero, 1);
  return numero;
}
