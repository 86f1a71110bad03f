declare module 'jstat' {
  const jstat: {
    studentt: { inv(probability: number, degrees: number): number };
    normal: { inv(probability: number, mean: number, deviation: number): number };
  };
  export default jstat;
}
