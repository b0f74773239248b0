import type { DateCivile } from '../../domain/calendrier/dates';
import type { Numero } from '../../domain/dossier/numero';
import { porteInterdit } from '../../domain/dossier/valeurs';
import { faireAction, type Registre } from '../../registre';
import { Refus } from './commun/refus';

/** Says a line of the shared plan done on a day; the first one to say so is kept. @throws Refus ACTION_INCONNUE */
export async function faireUneAction(
  registre: Registre,
  action: { numero: Numero; id: string; le: DateCivile },
  auteur: string,
  maintenant: Date,
): Promise<void> {
  const connue = !porteInterdit(action.id) && (await faireAction(registre, action, auteur, maintenant));
  if (!connue) throw Refus.de('ACTION_INCONNUE');
}
