import type { FC } from 'hono/jsx';
import type { RemarqueRendezVous } from '../../../domain/rendez-vous/saisie';
import type { CourrierVu } from '../../usages/rendez-vous/contexte';
import { Dit } from '../commun/dit';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Avis, Page } from '../commun/gabarit';
import { Refuse } from '../commun/refuse';
import { Caches } from './champs';
import { Envois } from './envois';
import type { SaisieForm } from './saisie';

interface Props {
  vue: VueDossier;
  saisie: SaisieForm;
  base: string;
  deplace: string | null;
  /** The appointment as it would be: when, then how. */
  resume: string;
  comment: string;
  avertissements: RemarqueRendezVous[];
  courriers: CourrierVu[];
  fuseau: string;
  /** Where the form is, as it was filled in. */
  modifier: string;
  /** Something was asked that the preview which was confirmed did not say. */
  redemande: boolean;
}

/** What planning or moving would send, and what deserves a second look, before anything is recorded. */
export const PageApercuRendezVous: FC<Props> = (p) => (
  <Page titre="Aperçu du rendez-vous" menu="dossiers" boite={p.vue.boite}>
    <EnTeteDossier vue={p.vue} titre="Aperçu avant d’enregistrer" />
    {p.deplace ? (
      <p>
        <span class="avant">{p.deplace}</span>
      </p>
    ) : null}
    <p class="phrase">{p.resume}</p>
    <p>{p.comment}</p>
    {p.redemande ? (
      <Refuse>
        <p>Rien n’est enregistré : un avertissement est apparu depuis l’aperçu que vous avez confirmé.</p>
      </Refuse>
    ) : null}
    {p.avertissements.length > 0 ? (
      <Avis genre="attention">
        {p.avertissements.map((a) => (
          <p>
            <Dit code={a.code} phrase={a.phrase} />
          </p>
        ))}
      </Avis>
    ) : null}
    <section aria-labelledby="envois">
      <h2 id="envois">Ce qui sera envoyé</h2>
      <Envois courriers={p.courriers} fuseau={p.fuseau} />
    </section>
    <form method="post" action={p.base}>
      <Caches champs={{ ...p.saisie, _vus: p.avertissements.map(({ code }) => code).join(' ') }} />
      <div class="actions">
        <button type="submit">{p.avertissements.length > 0 ? 'Enregistrer quand même' : 'Enregistrer'}</button>
        <a href={p.modifier}>Modifier</a>
        <a href={`/dossiers/${p.vue.numero}`}>Abandonner</a>
      </div>
    </form>
  </Page>
);
