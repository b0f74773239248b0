import { fuseau } from '../domain/calendrier/fuseaux';
import { residences } from '../domain/calendrier/jours-feries';

/**
 * The zone of R2 where a person lives: the last rectified residence, else that of the opening. Read in the journal roughly (a cancelled
 * rectification still counts): it only chooses a clock.
 * @param d alias of the table `dossiers`
 */
export const residenceEnSql = (d: string): string =>
  `coalesce(jsonb_path_query_array(${d}.journal, '$[*].rectification.residence') ->> -1, ${d}.dossier ->> 'residence')`;

/** The time zone of a residence read in SQL. @see fuseau */
export const fuseauEnSql = (residence: string): string =>
  `case ${residence} ${residences.map((r) => `when '${r}' then '${fuseau(r)}'`).join(' ')} else '${fuseau('')}' end`;
