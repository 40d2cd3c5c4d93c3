/** Every picture of the flow, and the page that shows them. `npm run flows:docs` writes them to `docs/flows/`. */
import type { AnyStateNode } from 'xstate';
import type { Chart } from './chart.ts';
import { anywhereChart, topicChart, topicsOf, wholeChart } from './read.ts';
import { picture } from './svg.ts';

/** By file name. */
export function pictures(root: AnyStateNode): Map<string, string> {
  const topics = topicsOf(root);
  const whole = wholeChart(root, topics);
  // A place that only leads back to where one was has nothing inside to draw.
  const drawn = topics.filter(({ node }) => node.type !== 'history').map((topic) => topicChart(topic, topics));
  const charts = [whole, anywhereChart(root, topics), ...drawn];
  return new Map([...charts.map((chart): [string, string] => [fileOf(chart), picture(chart)]), ['README.md', page(charts)]]);
}

function page(charts: readonly Chart[]): string {
  const [whole, ...others] = charts;
  return [
    '# The flow in pictures',
    '',
    'Drawn from the statechart itself by `npm run flows:docs`; a test holds them to be current. Guards stand in brackets, what time does',
    'has a clock, and a dashed blue line leads back up. What a box hears without leaving it stands in the box.',
    '',
    ...(whole ? shown(whole, 'The whole') : []),
    ...others.flatMap((chart) => shown(chart, chart.id === 'anywhere' ? 'Anywhere' : chart.title)),
  ].join('\n');
}

function shown(chart: Chart, title: string): string[] {
  const { boxes, ways } = chart;
  const states = boxes.filter(({ kind }) => kind === 'state').length;
  const says = [
    states > 0 && `${states} ${states === 1 ? 'state' : 'states'}`,
    `${ways.filter(({ from }) => from !== 'start').length} ways`,
  ];
  return [`## ${title}`, '', `${says.filter(Boolean).join(', ')}.`, '', `![${title}](${fileOf(chart)})`, ''];
}

/** `onTheWay` is `on-the-way.svg`. */
function fileOf({ id }: Chart): string {
  return `${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.svg`;
}
