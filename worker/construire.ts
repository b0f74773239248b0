import { lireReglages } from '../commun/reglages';
import { bundleDesWorkflows } from './bundle';

/** Builds the bundle of the workflows ahead of the first start, for an image. */
void bundleDesWorkflows(lireReglages({ JALON_CACHE: process.env.JALON_CACHE }).cache).then(({ codePath }) =>
  console.log(codePath),
);
