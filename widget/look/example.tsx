/** What a good photo shows, drawn: a glance instead of a paragraph. */
export function Example({ of }: { of: 'group' | 'box' | 'label' | 'scale' | 'paper' | 'receipt' }) {
  return (
    <svg class="example" viewBox="0 0 160 96" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path class="table" d="M0 66h160v30H0z" />
      {DRAWN[of]}
      <path class="finder" d="M10 24V10h14M136 10h14v14M150 72v14h-14M24 86H10V72" />
    </svg>
  );
}

const DRAWN = {
  group: (
    <>
      <path class="k3" d="M28 40l7-9h30l7 9z" />
      <path class="k1" d="M28 40l-11-7 9-7 9 5zM72 40l11-7-9-7-9 5z" />
      <path class="k2" d="M28 40h44v36H28z" />
      <path class="tape" d="M46 40h8v12l-4-2.5-4 2.5z" />
      <path class="paper" d="M88 54h16v18a4 4 0 0 1-4 4h-8a4 4 0 0 1-4-4zM112 54h16v18a4 4 0 0 1-4 4h-8a4 4 0 0 1-4-4z" />
      <path class="ink" d="M104 58h3a3 3 0 0 1 0 9h-3M128 58h3a3 3 0 0 1 0 9h-3M91 60h9M115 60h9" />
    </>
  ),
  box: (
    <>
      <path class="k1" d="M80 18l36 14-36 14-36-14z" />
      <path class="k2" d="M44 32l36 14v36L44 68z" />
      <path class="k3" d="M116 32L80 46v36l36-14z" />
      <path class="tape" d="M66 23l-8 3.5 36 14v10l8-3.5v-10z" />
    </>
  ),
  label: (
    <>
      <path class="k2" d="M34 20h92v58H34z" />
      <path class="tape" d="M34 20h10v58H34z" />
      <path class="paper" d="M52 28h66v42H52z" />
      <path class="ink" d="M58 35h28M58 40h20" />
      <path
        class="bars"
        d="M59 48v15M63 48v15M67 48v15M72 48v15M75 48v15M80 48v15M84 48v15M89 48v15M92 48v15M97 48v15M102 48v15M106 48v15M111 48v15"
      />
    </>
  ),
  scale: (
    <>
      <path class="k1" d="M50 18h60v8H50z" />
      <path class="k2" d="M50 26h60v32H50z" />
      <path class="tape" d="M75 18h10v14l-5-3-5 3z" />
      <path class="paper" d="M36 60h88l6 22H30z" />
      <path class="ink" d="M36 60h88l6 22H30zM64 68h32v8H64zM70 72h6M80 72h10" />
    </>
  ),
  paper: (
    <>
      <path class="paper" d="M50 12h46l14 14v60H50z" />
      <path class="k1" d="M96 12l14 14H96z" />
      <path class="ink" d="M58 34h32M58 42h44M58 50h44M58 58h26M94 62a8 8 0 1 0 .1 0M88 76l12-12" />
    </>
  ),
  receipt: (
    <>
      <path class="paper" d="M58 12h44v70l-7.3-5-7.4 5-7.3-5-7.3 5-7.4-5-7.3 5z" />
      <path class="ink" d="M66 24h28M66 34h16M90 34h4M66 42h16M90 42h4M66 54h28M82 62h12" />
    </>
  ),
};
