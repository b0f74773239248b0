import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { DateCivile } from '../../../domain/calendrier/dates';
import type { RendezVous } from '../../../domain/rendez-vous/rendez-vous';
import type { RemarqueRendezVous } from '../../../domain/rendez-vous/saisie';
import { estSorte, type SorteRendezVous } from '../../../domain/rendez-vous/sortes';
import { deplacer, previsualiserDeplacement } from '../../usages/deplacer-rendez-vous';
import { nouvelId, planifierRendezVous, previsualiserRendezVous } from '../../usages/planifier-rendez-vous';
import { type ContexteRendezVous, lieuUsuel, momentDe, zoneDe } from '../../usages/rendez-vous/contexte';
import type { ApercuRendezVous } from '../../usages/rendez-vous/projet';
import type { SuiteGeste } from '../../usages/rendez-vous/suite';
import { lireFormulaire } from '../commun/recevoir';
import type { DossierTrouve } from '../commun/trouver-dossier';
import { aujourdhuiA, type DependancesWeb } from '../dependances';
import { entretiensAPlanifier, entretiensAttendus } from '../dossier/lire-suivi';
import { ouEnClair } from '../dossier/rendez-vous';
import { PageApercuRendezVous } from './apercu';
import { PageFormulaireRendezVous } from './formulaire';
import { lireForm, type SaisieForm, saisieRendezVous } from './saisie';
import { acteur, enClair, ouvrir, revenir, type Vise, viser } from './viser';

/** Planning and moving an appointment. Nothing is recorded before a page has said what will be sent. */
export function routesRendezVous(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero/rendez-vous/nouveau', async (c) => {
    const { trouve, contexte } = await ouvrir(deps, c);
    return c.html(page(trouve, contexte, formNeuf(contexte, c.req.query(), aujourdhuiA(deps, trouve.fuseau)), null));
  });

  routes.post('/dossiers/:numero/rendez-vous/modifier', async (c) => {
    const { trouve, contexte, form } = await recevoir(deps, c);
    return c.html(page(trouve, contexte, form, null));
  });

  routes.post('/dossiers/:numero/rendez-vous/apercu', async (c) => {
    const { trouve, contexte, form } = await recevoir(deps, c);
    const demande = { id: form._id, saisie: saisieRendezVous(form) };
    const apercu = await previsualiserRendezVous(deps.actes, contexte, demande, deps.maintenant());
    return montrer(c, trouve, contexte, form, null, apercu);
  });

  routes.post('/dossiers/:numero/rendez-vous', async (c) => {
    const { trouve, contexte, form, confirme } = await recevoir(deps, c);
    const demande = { id: form._id, saisie: saisieRendezVous(form) };
    const suite = await planifierRendezVous(deps.actes, contexte, demande, acteur(deps, confirme), deps.maintenant());
    if (suite.statut === 'FAIT') return revenir(c, trouve, suite, 'planifie');
    const apercu = await previsualiserRendezVous(deps.actes, contexte, demande, deps.maintenant());
    return montrer(c, trouve, contexte, form, null, apercu, suite);
  });

  routes.get('/dossiers/:numero/rendez-vous/:id/deplacer', async (c) => {
    const { trouve, contexte, actuel } = await viser(deps, c);
    return c.html(page(trouve, contexte, formDe(contexte, actuel), actuel));
  });

  routes.post('/dossiers/:numero/rendez-vous/:id/deplacer/modifier', async (c) => {
    const { trouve, contexte, form } = await recevoir(deps, c);
    return c.html(page(trouve, contexte, form, (await viser(deps, c)).actuel));
  });

  routes.post('/dossiers/:numero/rendez-vous/:id/deplacer/apercu', async (c) => {
    const { actuel } = await viser(deps, c);
    const { trouve, contexte, form } = await recevoir(deps, c);
    const demande = { id: actuel.id, saisie: saisieRendezVous({ ...form, sorte: actuel.sorte }) };
    const apercu = await previsualiserDeplacement(deps.actes, contexte, demande, deps.maintenant());
    return montrer(c, trouve, contexte, form, actuel, apercu);
  });

  routes.post('/dossiers/:numero/rendez-vous/:id/deplacer', async (c) => {
    const { actuel } = await viser(deps, c);
    const { trouve, contexte, form, confirme } = await recevoir(deps, c);
    const demande = { id: actuel.id, saisie: saisieRendezVous({ ...form, sorte: actuel.sorte }) };
    const qui = acteur(deps, confirme, form._sequence);
    const suite = await deplacer(deps.actes, contexte, demande, qui, deps.maintenant());
    if (suite.statut === 'FAIT') return revenir(c, trouve, suite, 'deplace');
    const apercu = await previsualiserDeplacement(deps.actes, contexte, demande, deps.maintenant());
    return montrer(c, trouve, contexte, form, actuel, apercu, suite);
  });

  return routes;
}

async function recevoir(deps: DependancesWeb, c: Context) {
  const { trouve, contexte } = await ouvrir(deps, c);
  const saisie = await lireFormulaire(c);
  const form = lireForm(saisie);
  if (form === null) throw new HTTPException(400);
  return { trouve, contexte, form, confirme: saisie._confirme === 'oui' };
}

/** Most of a new appointment is known: the interview that is due, the place or the link of the last time. */
function formNeuf(
  contexte: ContexteRendezVous,
  { sorte, depuis }: Record<string, string>,
  aujourdhui: DateCivile,
): SaisieForm {
  const modele = contexte.rendezVous.find((r) => r.id === depuis);
  const due = entretiensAPlanifier(contexte.situation, contexte.rendezVous, aujourdhui)[0]?.sorte;
  return {
    ...habitudes(contexte, modele?.mode),
    sorte: modele?.sorte ?? (estSorte(sorte ?? '') ? sorte! : (due ?? 'SUIVI')),
    jour: '',
    heure: '',
    duree: modele ? String(modele.dureeMinutes) : '',
    intitule: modele?.intitule ?? '',
    _id: nouvelId(),
    _sequence: '',
  };
}

function habitudes(contexte: ContexteRendezVous, mode?: RendezVous['mode']) {
  const dernier = <C extends 'lieu' | 'lien'>(champ: C) =>
    contexte.rendezVous.findLast((r) => r[champ] !== null)?.[champ];
  return {
    mode: mode ?? 'PRESENTIEL',
    lieu: dernier('lieu') ?? lieuUsuel(contexte),
    lien: dernier('lien') ?? '',
  };
}

function formDe(contexte: ContexteRendezVous, actuel: Vise['actuel']): SaisieForm {
  const { sorte, mode, dureeMinutes, lieu, lien, intitule, id, sequence } = actuel;
  const connus = habitudes(contexte);
  return {
    sorte,
    mode,
    ...momentDe(contexte, actuel),
    duree: String(dureeMinutes),
    lieu: lieu ?? connus.lieu,
    lien: lien ?? connus.lien,
    intitule: intitule ?? '',
    _id: id,
    _sequence: String(sequence),
  };
}

const baseDe = (trouve: DossierTrouve, actuel: Vise['actuel'] | null): string =>
  `/dossiers/${trouve.vue.numero}/rendez-vous${actuel ? `/${actuel.id}/deplacer` : ''}`;

function page(
  trouve: DossierTrouve,
  contexte: ContexteRendezVous,
  saisie: SaisieForm,
  actuel: Vise['actuel'] | null,
  refus: RemarqueRendezVous[] = [],
) {
  const sorte = (actuel?.sorte ?? saisie.sorte) as SorteRendezVous;
  const due = entretiensAttendus(contexte.situation).find((e) => e.sorte === sorte);
  return (
    <PageFormulaireRendezVous
      vue={trouve.vue}
      saisie={saisie}
      deplace={actuel ? enClair(contexte, actuel) : null}
      refus={refus}
      base={baseDe(trouve, actuel)}
      delai={due ? `${due.libelle} : ${due.delai}.` : null}
    />
  );
}

/** The form again when it is refused, else what it would do; 400 when something asked was not done. */
function montrer(
  c: Context,
  trouve: DossierTrouve,
  contexte: ContexteRendezVous,
  saisie: SaisieForm,
  actuel: Vise['actuel'] | null,
  { projet, refus, avertissements, courriers }: ApercuRendezVous,
  suite?: SuiteGeste,
) {
  const motifs = suite?.statut === 'REFUSE' ? suite.refus : refus;
  if (projet === null || motifs.length > 0) return c.html(page(trouve, contexte, saisie, actuel, motifs), 400);
  return c.html(
    <PageApercuRendezVous
      vue={trouve.vue}
      saisie={saisie}
      base={baseDe(trouve, actuel)}
      deplace={actuel ? enClair(contexte, actuel) : null}
      resume={enClair(contexte, projet)}
      comment={ouEnClair(projet)}
      avertissements={avertissements}
      courriers={courriers}
      fuseau={zoneDe(contexte, projet.mode)}
    />,
    suite ? 400 : 200,
  );
}
