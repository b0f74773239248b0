import { activites } from '../activites';
import { FLOTTE } from '../classes';

export const { tourner, remettrePoints } = activites(['tourner', 'remettrePoints'], FLOTTE);
