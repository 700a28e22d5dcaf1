/** The present moment; tests move it. */
export type Clock = () => Date;
