import { jourCourt } from '../../contexte';
import { objetDouteux } from '../../doutes';
import { tableauActions } from '../actions';
import type { Document } from '../bloc';
import { contactHandicap, contacts } from '../contacts';
import type { ContexteDocument } from '../contexte';
import { tableauEcheances } from '../echeances';
import { ouJEnSuis } from '../ou-j-en-suis';
import { memo } from './memo';
import { presentation } from './presentation';
import { reinscription } from './reinscription';
import { ateliers, rendezVousDeSuivi, rendezVousObligatoires, workCafeProjet } from './rendez-vous';

const PAGES_DE_NOTES = 3;

/** The personal Carnet de suivi (S003): what happened, what comes, and room to write. */
export function carnet(c: ContexteDocument): Document {
  const { r } = c;
  const fin = r.dateFinCsp ?? r.terme;
  return {
    titre: 'Carnet de suivi',
    sousTitre:
      r.debutCsp && fin
        ? `${c.mon}, du ${jourCourt(r.debutCsp)} au ${jourCourt(fin)}${objetDouteux(c.situation, 'TERME')}`
        : c.mon,
    couverture: true,
    unePage: false,
    blocs: [
      { genre: 'partie', titre: 'Mes contacts', nouvellePage: false },
      { genre: 'fiche', champs: contacts(c) },
      { genre: 'intertitre', titre: 'Référent ou référente handicap' },
      { genre: 'fiche', champs: contactHandicap(c) },
      { genre: 'sommaire' },
      ...ouJEnSuis(c),
      { genre: 'partie', titre: 'Mes échéances', nouvellePage: false },
      tableauEcheances(c),
      ...presentation(c),
      ...memo(c),
      ...rendezVousObligatoires(c),
      ...rendezVousDeSuivi(c),
      ...ateliers(c),
      ...workCafeProjet(c),
      { genre: 'partie', titre: 'Mon plan d’action partagé', nouvellePage: true },
      tableauActions(c, c.actions, 8),
      { genre: 'notes', titre: 'Mes notes', pages: PAGES_DE_NOTES },
      ...reinscription(c),
    ],
  };
}
