import { ajouterJours, max } from '../../domain/calendrier/dates';
import { finParContrat } from '../../domain/catalogue/catalogue';
import type { Contenu } from '../contenu';
import { appeler, type ContexteCourrier, exige, jourCourt, jourLong } from '../contexte';
import { lignesDouteuses, limiteReinscription, objetDouteux, sectionDoutes, siDouteux } from '../doutes';
import { nePasAttendre, sansAttendre } from '../fins';
import type { Modele } from '../modele';
import { brut, fort, t } from '../texte';
import { actualisationEtAre, etapesReinscription, ligne, ligneLegale, pourquoiFini } from './commun';
import { demandeTropTot } from './deja-reinscrit';
import { dernierRendezVous } from './fin-pour-emploi';

const informer = (c: ContexteCourrier): Contenu => {
  const { v, p, resultat: r } = c;
  const fin = exige(r.dateFinCsp, 'dateFinCsp');
  const limite = exige(limiteReinscription(c), 'reinscription');
  const passe = c.jour > limite;
  const bilan = finParContrat(r) ? r.bilan?.fin : undefined;
  return {
    objet: passe
      ? `Votre ${v.sigle} est terminé${v.e} : réinscrivez-vous sans attendre`
      : `Réinscrivez-vous à France Travail ${brut(sansAttendre(c))}au plus tard le ${jourCourt(limite)}${objetDouteux(c, 'TERME')}`,
    accroche: [
      t`Votre ${v.sigle} a pris fin le ${jourLong(fin)}${siDouteux(c, 'TERME')}.`,
      passe
        ? t`Le délai pour vous réinscrire à France Travail sans perdre de jours s'est terminé le ${jourLong(limite)}${siDouteux(c, 'TERME')}. ${fort('Réinscrivez-vous sans attendre')} : votre réinscription prendra effet le jour de votre demande.`
        : t`Pour demander l'allocation chômage (ARE), réinscrivez-vous à France Travail ${sansAttendre(c)}au plus tard le ${fort(jourLong(limite))}${siDouteux(c, 'TERME')}.`,
      ...nePasAttendre(c),
    ],
    aFaire: [
      ...etapesReinscription,
      actualisationEtAre(max(c.jour, ajouterJours(fin, 1))),
      ...(bilan ? [dernierRendezVous(c, bilan)] : []),
      t`Si le lien n'apparaît pas, ou en cas de difficulté, ${appeler(c)}.`,
    ],
    dates: [
      ...lignesDouteuses(c, 'TERME', ligne(`Dernier jour de votre ${v.sigle}`, fin)),
      ...ligne('Lien « Me réinscrire » actif au plus tard', ajouterJours(fin, p.courrierCessationMaxJours)),
      ...lignesDouteuses(c, 'TERME', ligne('Dernier jour pour se réinscrire', limite)),
      ...ligneLegale(c, 'Bilan, au plus tard', bilan),
    ],
    sections: [
      {
        titre: 'Les courriers que vous allez recevoir de France Travail',
        paragraphes: [
          t`« Décision de cessation d'inscription », dans les ${p.courrierCessationMaxJours} jours qui suivent la fin de votre ${v.sigle}. C'est normal : ce courrier ouvre la réinscription.`,
          t`Le lendemain de votre réinscription, un courrier qui la confirme, avec vos droits à l'ARE et la date de votre premier entretien.`,
        ],
      },
      ...sectionDoutes(c, 'TERME'),
      ...pourquoiFini(c),
      ...(passe
        ? []
        : [
            {
              titre: 'Pourquoi ne pas attendre',
              paragraphes: [
                t`Dans ce délai, votre réinscription prend effet dès le lendemain de la fin de votre ${v.sigle}. Plus tard, elle prend effet le jour de votre demande.`,
              ],
            },
          ]),
      {
        titre: 'Vous avez déjà fait votre demande ?',
        paragraphes: [
          demandeTropTot(c)
            ? t`Celle qui nous a été déclarée est datée d'avant la fin de votre ${v.sigle} et n'a pas pu être prise en compte : faites-en une autre, sauf si France Travail vous a confirmé votre inscription.`
            : t`Alors vous n'avez rien d'autre à faire.`,
        ],
      },
    ],
  };
};

export const c14: Modele<'C14_CESSATION_INSCRIPTION'> = {
  version: 10,
  BENEFICIAIRE: informer,
  decide: (c) => {
    const informe = informer({ ...c, doutes: [] });
    const fin = exige(c.resultat.dateFinCsp, 'dateFinCsp');
    return {
      ...informe,
      objet: `Décision de cessation d’inscription au ${jourCourt(ajouterJours(fin, 1))} : réinscrivez-vous`,
      accroche: [
        t`Votre ${c.v.sigle} a pris fin le ${jourLong(fin)}. Votre inscription à France Travail à ce titre cesse le ${fort(jourLong(ajouterJours(fin, 1)))}.`,
        ...informe.accroche.slice(1),
      ],
      sections: informe.sections.slice(1),
    };
  },
};
